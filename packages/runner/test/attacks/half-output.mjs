process.stdout.write('{"account":"A-1","sc');
process.exit(0);
