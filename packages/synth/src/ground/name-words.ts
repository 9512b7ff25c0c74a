/**
 * Family names and first names by broad origin. Family names stand in the order of the public lists of how frequent they
 * are (Québec: Institut de la statistique, 2006; elsewhere: directories and lists of frequent names), which is all that is
 * taken from them; first names in an order of our own, of several generations.
 */

export interface Origin {
  readonly family: readonly string[];
  readonly first: readonly string[];
}

function origin(family: string, first: string): Origin {
  return { family: family.split(", "), first: first.split(", ") };
}

export const ORIGINS = {
  english: origin(
    "Smith, Brown, Wilson, Johnson, MacDonald, Taylor, Campbell, Anderson, Jones, Williams, Miller, Thompson, White, Young, Scott, Stewart, Robinson, Moore, Reid, Ross, Clark, Johnston, Walker, Thomas, King, Murray, Murphy, McDonald, Wright, Mitchell, Davis, Clarke, Kelly, Lewis, Graham, Fraser, Jackson, Wood, Hall, Baker, Hill, Adams, Cameron, Hamilton, Morrison, Bell, Kennedy, Grant, MacLeod, McLean, Walsh, Power, Marshall, Evans, Simpson, Allen, Green, Harris, Cook, Watson, Roberts, Turner, Parker, Edwards, Collins, Phillips, Cooper, Morris, Bennett, Ward, Gray, Hughes, Foster, Russell, Hunter, Henderson, Ferguson, Crawford, Boyd, Armstrong, MacKenzie, Fisher, Gordon, MacKay, Sutherland, Davidson, McKenzie, Elliott, Dixon, Burke, Ryan, Sullivan, O’Brien, Butler, Hayes, Barnes, Porter, Lawson, McIntyre, Douglas, Burns, Wallace, Duncan, Gillis, MacNeil, Chisholm, Noseworthy, Snow, Parsons, Penney, Peddle, Mercer, Hart, Knight, Webb, Matthews, Carter, Cox, Hudson, Cole, Warren, Fletcher, Dawson, Whyte, Nicholson, Holmes, Pearson, Lloyd, Kerr, Rose, Ellis, Bishop, Bailey, Harvey, Rogers, Stevens, Jenkins, Gibson, Long, Hansen, Peterson, Larson, Olson, Schmidt, Friesen, Penner, Klassen, Dyck, Wiebe, Reimer, Thiessen, Fischer, Wagner, Schneider, Hoffman, Vandenberg, DeVries, Dueck",
    "Jennifer, David, Michael, Sarah, James, Robert, John, Lisa, Karen, Matthew, Emily, Christopher, Daniel, Susan, Jessica, Amanda, Andrew, Mark, Ashley, Brian, Heather, Kevin, Megan, Ryan, Melissa, Tyler, Nicole, Jason, Laura, Scott, Stephanie, Paul, Lindsay, Kyle, Rachel, Steven, Kelly, Justin, Hannah, Joshua, Samantha, Richard, Emma, Peter, Kathleen, Adam, Rebecca, William, Olivia, Thomas, Linda, Eric, Katie, Sean, Patricia, Jordan, Julie, Benjamin, Amy, Nathan, Barbara, Jonathan, Tara, Ian, Alison, Cody, Michelle, Craig, Kimberly, Brandon, Erin, Trevor, Victoria, Kenneth, Sandra, Gregory, Danielle, Jeffrey, Shannon, Derek, Courtney, Colin, Grace, Connor, Ruth, Shawn, Madison, Douglas, Brenda, Dylan, Deborah, Cameron, Alexandra, Bradley, Kayla, Graham, Natalie, Evan, Diane, Geoffrey, Margaret, Lucas, Chelsea, Gordon, Brianna, Liam, Vanessa, Noah, Hailey, Owen, Wendy, Ethan, Gail, Logan, Donna, Keith, Sheila, Gary, Joan, Ronald, Beverley, Blair, Paige, Bruce, Jocelyn, Mitchell, Claire, Stuart, Holly, Wayne, Morgan, Spencer, Robyn, Darren, Jill, Todd, Leah, Gavin, Fiona, Neil, Abigail, Ross",
  ),
  french: origin(
    "Tremblay, Gagnon, Roy, Côté, Bouchard, Gauthier, Morin, Lavoie, Fortin, Gagné, Ouellet, Pelletier, Bélanger, Lévesque, Bergeron, Leblanc, Paquette, Girard, Simard, Boucher, Caron, Beaulieu, Cloutier, Dubé, Poirier, Fournier, Lapointe, Leclerc, Lefebvre, Poulin, Thibault, St-Pierre, Nadeau, Martin, Landry, Martel, Bédard, Grenier, Lessard, Bernier, Richard, Michaud, Hébert, Desjardins, Couture, Turcotte, Lachance, Parent, Blais, Gosselin, Savard, Proulx, Beaudoin, Demers, Perreault, Boudreau, Lemieux, Cyr, Perron, Dufour, Dion, Mercier, Bolduc, Bérubé, Boisvert, Langlois, Ménard, Therrien, Plante, Bilodeau, Blanchette, Dubois, Champagne, Paradis, Fontaine, Lambert, Lepage, Bertrand, Harvey, Arsenault, Charbonneau, Gilbert, Giroux, Raymond, Allard, Guay, Dupuis, Vachon, Robert, Benoît, Rousseau, Trudel, Gingras, Desrosiers, Leduc, Gervais, Goulet, Turgeon, Drouin, Bisson, Jacques, Houle, Lacroix, Audet, Labelle, Lamontagne, Tessier, Doyon, Pouliot, Rioux, Marcoux, Cormier, Roberge, Rivard, Thériault, Brisson, Veilleux, Lafrance, Marchand, Carrier, Charette, Larouche, Gendron, Deschênes, Labrecque, Godin, Chartrand, Picard, Legault, Beauchamp, Dumont, Lalonde, Duchesne, Bourgeois, Ferland, Lafontaine, Bouffard, Émond, Villeneuve, Morneau, Courchesne, Beauregard, Brunet, Hamel, Lauzon, Maltais, Pépin, Archambault, Cantin, Laroche, Brodeur, Samson, Dallaire, Gaudreault",
    "Marie-Ève, Martin, Julie, Éric, Isabelle, Stéphane, Nathalie, Patrick, Sylvie, Daniel, Mélanie, Alexandre, Caroline, Sébastien, Annie, Mathieu, Catherine, Michel, Véronique, Simon, Geneviève, François, Audrey, Pierre, Karine, Maxime, Chantal, Guillaume, Manon, Jonathan, Josée, David, Martine, Samuel, Valérie, Marc-André, Johanne, Jean-François, Stéphanie, Vincent, Diane, Nicolas, Émilie, Alain, Line, Gabriel, Lucie, Francis, Joanie, André, Camille, Olivier, Hélène, Steve, Gabrielle, Philippe, Sophie, Jacques, Roxanne, Luc, Louise, Richard, Vanessa, Claude, Laurence, Mario, France, Antoine, Myriam, Dominic, Pascale, Benoît, Francine, Félix, Amélie, Yves, Mireille, Hugo, Noémie, Réjean, Jessica, Raphaël, Carole, Étienne, Anne-Marie, Sylvain, Rosalie, Thomas, Andrée, Charles-Antoine, Ginette, Jérôme, Léa, Denis, Nancy, Gilles, Laurie, Normand, Lise, Marc, Maude, Serge, Danielle, Carl, Florence, Robert, Élise, Xavier, Monique, Pier-Luc, Sarah-Maude, Gaétan, Océane, Réal, Suzanne, Rémi, Coralie, Yannick, Colette, Zachary, Micheline, Jean-Philippe, Ariane, Bruno, Jocelyne, Jean-Sébastien, Marianne, Emmanuel, Magalie, Frédéric, Kim, Ghislain, Claudia, Justin, Solange, Tommy, Marjolaine, Gérald, Andréanne, Éloi, Maryse, Yvan",
  ),
  acadian: origin(
    "LeBlanc, Cormier, Arsenault, Gallant, Landry, Richard, Thériault, Robichaud, Boudreau, Doucet, Savoie, Melanson, Bourque, Gaudet, Comeau, Doiron, Poirier, Hébert, Gautreau, Babineau, Chiasson, Mallet, Haché, Duguay, Godin, Noël, Losier, Surette, Maillet, Daigle, Cyr, Lanteigne, Basque, Roussel, Bastarache, Allain, Belliveau, Léger, Breau, Goguen",
    "Mathieu, Monique, Rhéal, Josée, Marc, Nadine, Gilles, Mélanie, Daniel, Chantal, Luc, Carole, Stéphane, Natalie, Jean-Guy, Lise, Éric, Julie, Denis, Jocelyne, André, Gisèle, Roger, Rachelle, Joël, Céline, Michel, Annik, Paul, Ginette, Rémi, Sylvie, Alyre, Line, Ronald, Monica, Yvon, Janelle, Réjean, Danika",
  ),
  chinese: origin(
    "Li, Wong, Chan, Wang, Chen, Zhang, Lee, Liu, Lam, Leung, Huang, Ho, Yang, Wu, Lin, Ng, Zhao, Cheung, Zhou, Xu, Lau, Yu, Sun, Zhu, Chow, Ma, Guo, Cheng, Hu, Luo, Tang, Yip, Kwan, Tse, Fung, Yuen, Gao, Zheng, Liang, Song",
    "Kevin, Grace, Jason, Amy, Wei, Vivian, Raymond, Michelle, Jing, Eric, Winnie, Andrew, Yan, Karen, Jun, Alice, Tony, Xin, Cindy, Henry, Yuan, Jennifer, Simon, Ling, Angela, Wilson, Mei, Stephanie, Hao, Joyce, Felix, Lily, Ming, Catherine, Kelvin, Jessica, Peng, Annie, Derek, Fiona",
  ),
  southAsian: origin(
    "Singh, Patel, Kaur, Gill, Sidhu, Dhillon, Sharma, Grewal, Sandhu, Brar, Dhaliwal, Kumar, Shah, Bains, Mann, Gupta, Virk, Hundal, Aujla, Thind, Desai, Mehta, Joshi, Verma, Fernando, Perera, Sivakumar, Nair, Rao, Reddy",
    "Harpreet, Amit, Manpreet, Raj, Priya, Gurpreet, Simran, Sanjay, Jaspreet, Anita, Mandeep, Rahul, Sukhdeep, Neha, Vikram, Pooja, Ravi, Navdeep, Arjun, Kiran, Deepa, Ajay, Balwinder, Nisha, Suresh, Rupinder, Harjit, Meena, Karan, Sunita, Shreya, Jasmine, Kevin, Ryan, Anjali",
  ),
  pakistani: origin(
    "Khan, Ahmed, Ali, Malik, Hussain, Chaudhry, Iqbal, Siddiqui, Rahman, Chowdhury, Butt, Qureshi, Mirza, Sheikh, Akhtar, Rashid, Baig, Hossain, Islam, Mahmood",
    "Imran, Sana, Ayesha, Bilal, Fatima, Farah, Zainab, Nadeem, Tanvir, Adnan, Hina, Usman, Saima, Faisal, Nadia, Kamran, Rabia, Hamza, Asma, Tariq",
  ),
  filipino: origin(
    "Santos, Reyes, Cruz, Garcia, Bautista, Ramos, Mendoza, Dela Cruz, Flores, Gonzales, Villanueva, Castillo, Aquino, Mercado, Domingo, Rivera, Navarro, Pascual, Tolentino, Valdez, Salazar, Soriano, Aguilar, Manalo, Dizon",
    "Maria, Mark, Michelle, John Paul, Grace, Jerome, Rowena, Ronald, Cherry, Noel, Marites, Christian, Joy, Rodel, Angelica, Jayson, Rosalie, Arnel, Kristine, Ramon, Lorna, Joel, Maricel, Edwin, Analyn",
  ),
  arabic: origin(
    "Mohamed, Ahmed, Hassan, Ali, Ibrahim, Khalil, Haddad, Khoury, Saleh, Mansour, Abdi, Nasser, Hamdan, Benali, Bensaïd, El Amrani, Bouzid, Belkacem, Hamidi, Osman, Saad, Youssef, Aziz, Darwish, Karam, Tahir, Chaoui, Mekki, Sayed, Farah",
    "Mohamed, Fatima, Ahmed, Amina, Youssef, Nadia, Karim, Leila, Omar, Samira, Hassan, Yasmine, Ali, Sara, Rachid, Hana, Bilal, Mariam, Tarek, Salma, Samir, Dalia, Khaled, Rania, Mehdi, Nour, Ziad, Imane, Sofiane, Layla",
  ),
  vietnamese: origin(
    "Nguyen, Tran, Le, Pham, Huynh, Vo, Hoang, Phan, Vu, Dang, Bui, Do, Ngo, Duong, Truong, Luu, Lam, Dinh",
    "Kim, Minh, Linh, Tuan, Thi, Anh, Huy, Lan, Kevin, Mai, Hung, Thanh, Jenny, Duc, Phuong, Long, Tram, Nam, Vivian, Quang",
  ),
  haitian: origin(
    "Jean, Pierre, Joseph, Charles, Louis, François, Jean-Baptiste, Étienne, Desir, Toussaint, Saint-Louis, Augustin, Philippe, Célestin, Michel, Antoine, Dorval, Exumé, Fleurant, Mondésir, Jean-Louis, Estimé, Bazile, Lubin, Auguste",
    "Marie, Jean, Nadège, Wilner, Mirlande, Ricardo, Guerline, Frantz, Fabienne, Patrick, Rose-Andrée, Evens, Régine, Stanley, Ketsia, Widner, Mona, Jude, Carline, Ronald, Islande, Kerby, Darline, Emmanuel, Nathalie",
  ),
  slavic: origin(
    "Kowalchuk, Melnyk, Shevchuk, Boychuk, Kozak, Bondarenko, Kovalenko, Petrenko, Romaniuk, Hrynchuk, Wozniak, Nowak, Kowalski, Ivanov, Lysenko, Marchuk, Sawchuk, Tkachuk, Popowich, Wasylyk, Dmytryk, Kuzma, Pawluk, Zielinski, Horvat",
    "Oksana, Andrew, Natalia, Taras, Olena, Michael, Iryna, Bohdan, Halyna, Peter, Anna, Danylo, Tetiana, Roman, Larissa, Stefan, Yulia, Ivan, Darka, Marek, Ewa, Nicholas, Svitlana, Walter, Ola",
  ),
  italian: origin(
    "Russo, Rossi, Ferrari, Romano, Colombo, Esposito, Ricci, Marino, Greco, Bruno, Gallo, Conte, De Luca, Costa, Mancini, Rizzo, Lombardi, Moretti, Caruso, Ferraro, D’Angelo, Pellegrino, Vitale, Di Pietro, Mancuso, Iannuzzi, Bianchi, Fiore, Leone, Morelli",
    "Maria, Anthony, Rosa, Frank, Daniela, Joseph, Carmela, Marco, Lina, Vincent, Angela, Domenic, Franca, Sandro, Laura, Mario, Gina, Tony, Sabrina, Pasquale, Nadia, Rocco, Teresa, Luca, Stefania",
  ),
  portuguese: origin(
    "Silva, Pereira, Ferreira, Santos, Costa, Oliveira, Sousa, Rodrigues, Medeiros, Martins, Fernandes, Gomes, Lopes, Almeida, Ribeiro, Pacheco, Raposo, Cabral, Arruda, Moniz, Tavares, Correia, Melo, Teixeira, Vieira",
    "Maria, Carlos, Ana, João, Fátima, Paulo, Sandra, Nelson, Lúcia, Rui, Natália, Jorge, Teresa, Pedro, Connie, Miguel, Isabel, Manuel, Diana, Tiago",
  ),
  latin: origin(
    "Garcia, Rodriguez, Martinez, Hernandez, Lopez, Gonzalez, Perez, Sanchez, Ramirez, Torres, Flores, Gomez, Diaz, Morales, Ortiz, Castro, Vargas, Rojas, Mendez, Guerrero, Herrera, Salazar, Molina, Pineda, Quintero",
    "Carlos, Maria, Luis, Andrea, Jorge, Sandra, Diego, Paola, Juan, Carolina, Miguel, Claudia, José, Daniela, Camilo, Ana, Ricardo, Valentina, Hector, Gloria, Pablo, Marcela, Oscar, Lorena, Felipe",
  ),
  african: origin(
    "Mensah, Okafor, Adeyemi, Diallo, Traoré, Okeke, Owusu, Mbaye, Ndiaye, Kamara, Diop, Boateng, Adebayo, Eze, Kouassi, Tesfaye, Abebe, Bekele, Mukendi, Kabongo, Nkurunziza, Balogun, Asante, Sow, Ba",
    "Grace, Emmanuel, Aminata, Samuel, Blessing, Daniel, Fatou, Kwame, Mariam, Joseph, Adaeze, Ibrahim, Esther, Moussa, Hanna, Chidi, Awa, Patrick, Selam, Tunde, Aïssatou, Michael, Ngozi, Cheikh, Ruth",
  ),
  indigenous: origin(
    "Cardinal, Linklater, Sinclair, Beardy, Awashish, Vollant, Fiddler, Bellegarde, Paul, Sock, Francis, Moose, Fox, Bear, Flett, Bird, Papatie, Mianscum, Desjarlais, Ducharme, McKay, Spence, Moar, Wapachee, Jourdain",
    "Jordan, Crystal, Darrell, Tanya, Kevin, Tiffany, Raymond, Charlene, Tyler, Roxanne, Vernon, Shania, Cody, Marlene, Dakota, Sheila, Leonard, Autumn, Travis, Doreen, Clayton, Brandy, Elijah, Geraldine, River",
  ),
} as const satisfies Record<string, Origin>;
export type OriginId = keyof typeof ORIGINS;

export type Mix = Readonly<Partial<Record<OriginId, number>>>;

/**
 * Origins of the people of a city, or of the rest of a province, in percent; our own estimate after the censuses. Where
 * neither stands here it is `elsewhere`, and `country` of somebody of no known place.
 */
export const MIXES: Readonly<Record<string, Mix>> = {
  Montréal: {
    french: 58,
    english: 9,
    arabic: 7,
    haitian: 6,
    italian: 5,
    latin: 4,
    african: 3,
    southAsian: 2,
    pakistani: 1,
    chinese: 2,
    vietnamese: 2,
    portuguese: 1,
  },
  QC: { french: 90, english: 4, arabic: 1.5, haitian: 1, african: 1, latin: 1, indigenous: 1, vietnamese: 0.5 },
  Moncton: {
    english: 44,
    acadian: 40,
    french: 6,
    southAsian: 2,
    pakistani: 1,
    african: 2,
    filipino: 2,
    arabic: 1,
    chinese: 1,
    indigenous: 1,
  },
  NB: { english: 76, acadian: 13, french: 2, southAsian: 2, pakistani: 1, arabic: 2, chinese: 1, filipino: 1, indigenous: 2 },
  Toronto: {
    english: 35,
    southAsian: 12,
    pakistani: 6,
    chinese: 13,
    filipino: 6,
    italian: 6,
    arabic: 5,
    african: 4,
    latin: 4,
    portuguese: 4,
    vietnamese: 2,
    slavic: 3,
  },
  Ottawa: {
    english: 52,
    french: 19,
    arabic: 7,
    southAsian: 4,
    pakistani: 1,
    chinese: 5,
    african: 3,
    italian: 3,
    slavic: 2,
    haitian: 2,
    vietnamese: 1,
    indigenous: 1,
  },
  "Thunder Bay": { english: 62, slavic: 10, italian: 9, indigenous: 10, french: 6, southAsian: 2, pakistani: 1 },
  ON: {
    english: 65,
    southAsian: 5,
    pakistani: 2,
    arabic: 5,
    italian: 5,
    french: 4,
    slavic: 4,
    chinese: 3,
    portuguese: 3,
    filipino: 2,
    latin: 2,
  },
  Vancouver: {
    english: 39,
    chinese: 22,
    southAsian: 10,
    pakistani: 5,
    filipino: 7,
    arabic: 4,
    slavic: 3,
    french: 2,
    latin: 2,
    vietnamese: 2,
    indigenous: 2,
    italian: 2,
  },
  BC: { english: 75, southAsian: 4, pakistani: 1, chinese: 5, slavic: 4, french: 3, filipino: 3, indigenous: 4, italian: 1 },
  AB: {
    english: 54,
    southAsian: 6,
    pakistani: 3,
    chinese: 7,
    filipino: 7,
    slavic: 7,
    arabic: 4,
    french: 4,
    african: 3,
    latin: 2,
    vietnamese: 2,
    indigenous: 1,
  },
  MB: { english: 54, filipino: 11, slavic: 10, indigenous: 9, french: 6, southAsian: 4, pakistani: 2, chinese: 2, african: 2 },
  SK: { english: 61, slavic: 11, indigenous: 9, filipino: 6, southAsian: 4, pakistani: 1, french: 4, chinese: 2, african: 2 },
  elsewhere: {
    english: 82,
    acadian: 5,
    southAsian: 3,
    pakistani: 1,
    arabic: 3,
    chinese: 2,
    filipino: 2,
    african: 1,
    indigenous: 1,
  },
  country: {
    english: 46,
    french: 22,
    southAsian: 6,
    pakistani: 2,
    chinese: 6,
    arabic: 4,
    filipino: 3,
    italian: 3,
    slavic: 3,
    latin: 2,
    african: 2,
    indigenous: 1,
  },
};

/** Full names that people know, living or not, and that drawing could put together: they are not given to anybody. */
export const DENIED: readonly string[] = (
  "Adam Scott, Adam Smith, Alain Côté, Alain Simard, Alexandra Bell, Alexandre Bilodeau, Alexandre Cloutier, " +
  "Alexandre Leduc, Alice Wong, Amit Shah, Amy Adams, Andrew Jackson, André Lamontagne, Anita Desai, " +
  "Annie Villeneuve, Antoine Bertrand, Ashley Simpson, Benoît Brunet, Benoît Charette, Benoît Girard, " +
  "Bradley Cooper, Brian Cox, Brian Wilson, Bruce Campbell, Bruno Marchand, Bruno Pelletier, Camille Bouchard, " +
  "Camilo Torres, Carlos Costa, Carole Poirier, Caroline Proulx, Catherine Fournier, Chantal Hébert, " +
  "Christian Bautista, Claude Dubois, Claude Legault, Claude Morin, Claude Poirier, Claude Raymond, Cody Simpson, " +
  "Courtney Cox, Daniel Bélanger, Daniel Lavoie, Danielle Proulx, Danielle Smith, David Cameron, David Foster, " +
  "David Johnston, David Perron, David Savard, Deborah Gibson, Deepa Mehta, Denis Lessard, Denis Lévesque, " +
  "Denis Richard, Denis Savard, Denis Villeneuve, Derek Lam, Diego Torres, Dominic Lapointe, Douglas Adams, " +
  "Emma Johnston, Emma Roberts, Emma Thompson, Emma Watson, Farah Khan, Frank Costa, Frank Ferrari, François Blais, " +
  "François Legault, Félix Desrosiers, Félix Leclerc, Gabriel Nadeau, Gabrielle Roy, Gary Cooper, Gilles Villeneuve, " +
  "Gordon Brown, Gordon Campbell, Grace Kelly, Graham Bell, Heather Graham, Henry Lau, Holly Hunter, Imran Khan, " +
  "Jacques Demers, Jacques Girard, Jacques Martin, Jacques Morin, Jacques Parent, Jacques Plante, " +
  "Jacques Villeneuve, James Brown, James Cameron, James Taylor, Jason Lee, Jean-François Leduc, " +
  "Jean-François Roberge, Jennifer Hudson, Jennifer Jones, Jessica Campbell, Jessica Simpson, Jill Scott, " +
  "Joan Collins, Joan Crawford, Joel Villanueva, John Adams, John Kennedy, John MacDonald, John Roberts, " +
  "John Turner, John Williams, Jonathan Bailey, Jonathan Bernier, Jonathan Drouin, Jordan Peterson, Juan Perez, " +
  "Julie Bélanger, Julie Doiron, Julie Perreault, Justin Long, Justin Martin, Justin Taylor, Jérôme Couture, " +
  "Karine Gagnon, Kathleen Turner, Katie Holmes, Keith Harris, Kenneth Cole, Kevin Clark, Kevin Hart, Kevin Smith, " +
  "Kim Le, Kim St-Pierre, Kiran Desai, Kiran Rao, Linda Evans, Linda Hamilton, Lindsay Graham, Line Beauchamp, " +
  "Lise Dion, Lise Thériault, Louise Beaudoin, Luc Fortin, Luc Gervais, Luc Picard, Luis Diaz, Manuel Medeiros, " +
  "Marc Gagnon, Marc Labelle, Marc-André Bergeron, Marc-André Bédard, Marco Rossi, Margaret Hamilton, " +
  "Marie-Ève Proulx, Mario Bruno, Mario Dumont, Mario Lemieux, Mario Tremblay, Martin Brodeur, Martin Landry, " +
  "Martin Lapointe, Martin St-Pierre, Martine Ouellet, Mathieu Perreault, Mathieu Turcotte, Maxime Bernier, " +
  "Maxime Dufour, Maxime Landry, Maxime Martin, Megan Kelly, Michael Douglas, Michael Jackson, Michael Moore, " +
  "Michel Bastarache, Michel Bergeron, Michel Chartrand, Michel Côté, Michel Dumont, Michel Rivard, Michel Therrien, " +
  "Michel Tremblay, Michelle Kwan, Michelle Phillips, Michelle Williams, Mohamed Ali, Natalie Cole, " +
  "Nathalie Lambert, Nathalie Roy, Nathalie Simard, Neil Armstrong, Neil Young, Nicolas Champagne, Owen Wilson, " +
  "Patricia Rogers, Patrick Bourgeois, Patrick Lalonde, Patrick Roy, Paul Gordon, Paul Henderson, Paul Walker, " +
  "Peter Parker, Philippe Boucher, Pierre Hébert, Pierre Lapointe, Pierre Paradis, Pierre Turgeon, Raj Grewal, " +
  "Raj Patel, Raphaël Picard, Raymond Chan, Richard Desjardins, Richard Martin, Robert Burns, Robert Johnson, " +
  "Robert Kennedy, Robert Lalonde, Robert Lepage, Robert Paquette, Robert Plante, Robert Scott, Robert Wagner, " +
  "Ronald MacDonald, Ronald McDonald, Ruth Ellis, Ryan Murphy, Réjean Houle, Réjean Tremblay, Samuel Archambault, " +
  "Samuel Côté, Samuel Girard, Sanjay Gupta, Scott Hamilton, Scott Walker, Sean Parker, Serge Godin, Serge Savard, " +
  "Simon Gagné, Sophie Thibault, Steve Harvey, Steve Veilleux, Stéphane Bergeron, Stéphane Dion, Stéphane Rousseau, " +
  "Suzanne Champagne, Suzanne Lapointe, Suzanne Lévesque, Sylvain Côté, Sylvain Gaudreault, Sylvain Turgeon, " +
  "Sylvie Bernier, Sébastien Benoît, Sébastien Caron, Sébastien Lefebvre, Thomas King, Todd Phillips, Tony Leung, " +
  "Valérie Plante, Vanessa Williams, Vincent Bolduc, Vincent Poirier, Vincent Ricci, Véronique Cloutier, " +
  "William Gibson, William King, William MacKenzie, William Morris, William Wallace, Xavier Picard, Yannick Bisson, " +
  "Yves Boisvert, Yves Bolduc, Yves Michaud, Zachary Richard, Éric Bédard, Éric Desjardins, Éric Girard, " +
  "Éric Lapointe"
).split(", ");
