"""Claims on the reader and on alerts; vitest runs and counts them."""

import builtins
import os
import random
import tempfile
import unittest

from vigie import VigieError, alert, indicator, is_money_indicator, open_dataset
from world import SMALL_WORLD, write_tables, write_world


def opened(world=SMALL_WORLD):
    folder = tempfile.mkdtemp()
    write_world(folder, world)
    for name in os.listdir(folder):
        os.chmod(os.path.join(folder, name), 0o444)
    return open_dataset(folder)


class Reader(unittest.TestCase):
    def assert_gives_back(self, dataset):
        rows = [row for account in dataset.accounts for row in account.transactions]
        tables = [(SMALL_WORLD["transactions"], rows), (SMALL_WORLD["accounts"], dataset.accounts)]
        tables += [(SMALL_WORLD["events"], dataset.accounts[2].events), (SMALL_WORLD["merchants"], dataset.merchants)]
        for written, read in tables:
            self.assertEqual(len(written), len(read))
            for expected, row in zip(written, read):
                self.assertEqual(expected, {name: row.as_dict()[name] for name in expected})
        self.assertIsNone(rows[0].memo)

    def test_gives_back_every_value_from_a_read_only_map(self):
        self.assert_gives_back(opened())

    def test_reads_the_file_where_it_cannot_be_mapped(self):
        real = builtins.__import__

        def without_mmap(name, *rest):
            if name == "mmap":
                raise ImportError(name)
            return real(name, *rest)

        builtins.__import__ = without_mmap
        try:
            self.assert_gives_back(opened())
        finally:
            builtins.__import__ = real

    def test_keeps_an_accounts_rows_the_same_each_time(self):
        first, empty, last = opened().accounts
        self.assertIs(first.transactions, first.transactions)
        self.assertEqual((empty.transactions, empty.events), ([], []))
        self.assertEqual([row.transaction for row in last.transactions], [11, 12, 13])

    def test_knows_local_time_and_the_other_side(self):
        accounts = opened().accounts
        stay, transfer = accounts[0].transactions[1], accounts[2].transactions[0]
        self.assertEqual((stay.local_hour, stay.local_minute, stay.local_day), (22, 1320, 20088))
        self.assertEqual((stay.merchant.name, stay.counterparty_account), ("Auberge du Phare", None))
        self.assertEqual((transfer.merchant, transfer.counterparty_account), (None, 0))

    def test_gives_columns_of_an_account_and_of_the_whole_table(self):
        dataset = opened()
        self.assertEqual(list(dataset.accounts[2].column("amount_cents")), [100, 200, 300])
        self.assertIsInstance(dataset.accounts[2].column("amount_cents"), memoryview)
        self.assertEqual(dataset.accounts[0].column("mcc"), [None, 7011])
        table = dataset.tables.transactions
        self.assertEqual(list(table.column("transfer", 1, 4)), [None, 99, None])
        self.assertEqual((table.words("memo"), list(table.codes("memo"))), (["été"], [-1, -1, 0, -1, -1]))
        self.assertEqual([table.rows_of(number) for number in range(3)], [(0, 2), (2, 2), (2, 5)])

    def test_reads_missing_values_right_at_every_place_of_the_bitmap(self):
        draw = random.Random(4)
        codes = [draw.choice([None, 5812, 7011]) for _ in range(75)]
        rows = [{**SMALL_WORLD["transactions"][0], "transaction": i, "account": 0, **({} if mcc is None else {"mcc": mcc})} for i, mcc in enumerate(codes)]
        table = opened({**SMALL_WORLD, "transactions": rows}).tables.transactions
        for start in range(0, 75, 7):
            for stop in range(start, 76, 5):
                self.assertEqual(list(table.column("mcc", start, stop)), codes[start:stop])

    def test_reads_large_dictionaries(self):
        rows = [{**SMALL_WORLD["transactions"][0], "transaction": i, "account": 0, "memo": f"mémo {i}"} for i in range(5000)]
        dataset = opened({**SMALL_WORLD, "transactions": rows})
        self.assertEqual([row.memo for row in dataset.accounts[0].transactions], [row["memo"] for row in rows])

    def test_names_the_nearest_column(self):
        account = opened().accounts[0]
        for ask in (lambda: account.transactions[0].amountcents, lambda: account.column("Amount-Cents")):
            with self.assertRaisesRegex((AttributeError, VigieError), 'did you mean "amount_cents"'):
                ask()
        with self.assertRaisesRegex(AttributeError, 'did you mean "home_city"'):
            account.homecity
        self.assertFalse(hasattr(account.transactions[0], "_repr_html_"))

    def test_says_where_the_data_are_not_right(self):
        with self.assertRaisesRegex(VigieError, "expected the data's layout.json"):
            open_dataset("/nowhere")
        folder = tempfile.mkdtemp()
        write_world(folder, SMALL_WORLD)
        os.truncate(os.path.join(folder, "transactions.arrow"), 20)
        with self.assertRaisesRegex(VigieError, "transactions.account: expected 20 bytes"):
            open_dataset(folder).accounts[0].transactions

    def test_reads_tables_without_rows(self):
        dataset = opened({**SMALL_WORLD, "transactions": [], "events": []})
        self.assertEqual([account.transactions + account.events for account in dataset.accounts], [[], [], []])
        self.assertEqual((list(dataset.tables.events.column("type")), dataset.tables.events.words("note")), ([], []))

    def test_reads_any_table_by_its_name(self):
        dataset = opened()
        self.assertEqual(list(dataset.table("transactions").column("amount_cents")), [12_345, 6_000_000_000, 100, 200, 300])
        with self.assertRaisesRegex(VigieError, "expected a table named boats, found accounts, transactions, events, merchants"):
            dataset.table("boats")

    def test_opens_another_world_by_its_tables_alone(self):
        folder = tempfile.mkdtemp()
        write_tables(folder, {"boats": {"boat": "int32", "name": "text", "length": "int64?", "fast": "flag"}}, {"boats": [{"boat": 0, "name": "Alma", "length": 7, "fast": 1}, {"boat": 1, "name": "Bluet"}]})
        with open(os.path.join(folder, "datapackage.json"), "w", encoding="utf-8") as file:
            file.write('{"world": "harbour"}')
        boats = open_dataset(folder).table("boats")
        self.assertEqual([list(boats.column(name)) for name in ("boat", "name", "length", "fast")], [[0, 1], ["Alma", "Bluet"], [7, None], [1, 0]])

    def test_shows_a_row_in_full(self):
        self.assertIn("amount_cents=12345", repr(opened().accounts[0].transactions[0]))


class Alerts(unittest.TestCase):
    def test_take_rows_and_ids_as_evidence_each_once(self):
        last = opened().accounts[2]
        made = alert(0.5, role="mule", findings=[{"indicator": "third-party-cash", "evidence": [*last.transactions, *last.transactions, *last.events, 4]}])
        self.assertEqual(made.findings, {"third-party-cash": [11, 12, 13, 21, 22, 4]})
        self.assertEqual(made.line(2), '{"account":2,"score":0.5,"role":"mule","findings":[{"indicator":"third-party-cash","evidence":[11,12,13,21,22,4]}]}\n')
        self.assertEqual(alert(score=-0.0, account=last).line(2), '{"account":2,"score":0}\n')

    def test_take_findings_by_indicator_and_leave_out_one_without_evidence(self):
        last = opened().accounts[2]
        made = alert(1, findings={"third-party-cash": last.transactions, "many-rides": None})
        self.assertEqual(made.findings, {"third-party-cash": [11, 12, 13]})
        with self.assertRaisesRegex(VigieError, 'did you mean "many-rides"'):
            alert(1, findings={"many-ride": [1]})

    def test_are_refused_in_both_languages(self):
        first, _, last = opened().accounts
        name = "third-party-cash"
        wrong = [
            (dict(score=1.5), "expected a score from 0 to 1, found 1.5", "score de 0 à 1 attendu"),
            (dict(score=float("nan")), "found nan", "trouvé nan"),
            (dict(score="1"), "found '1'", "trouvé '1'"),
            (dict(score=True), "found True", "trouvé True"),
            (dict(score=1, role="controler"), 'did you mean "controller"', "vouliez-vous dire «\u00a0controller\u00a0»"),
            (dict(score=1, findings=[{"indicator": "third-party-cahs", "evidence": []}]), f'did you mean "{name}"', f"«\u00a0{name}\u00a0»"),
            (dict(score=1, findings=[{"indicator": "threats", "evidence": []}]), "found 'threats'", "indicateur financier"),
            (dict(score=1, findings=[{"indicator": name, "evidence": [1]}] * 2), "twice", "deux fois"),
            (dict(score=1, findings=[{"indicator": name, "evidence": 7}]), "expected a list as evidence", "liste attendue"),
            (dict(score=1, findings=[{"indicator": name, "evidence": ["t"]}]), "found 't'", "une opération"),
            (dict(score=1, findings=[name]), "found 'third-party-cash'", "attendu, trouvé"),
            (dict(score=1, findings=[{"indicator": name, "evidence": [first.transactions[0], last.transactions[0]]}]), "a row of account 2", "compte 2"),
            (dict(score=1, account=1, findings=[{"indicator": name, "evidence": [first.transactions[0]]}]), "evidence of account 1", "du compte 0"),
        ]
        for request, english, french in wrong:
            with self.subTest(english), self.assertRaises(VigieError) as caught:
                alert(**request)
            self.assertIn(english, str(caught.exception))
            self.assertIn(french, str(caught.exception))

    def test_know_the_catalogue(self):
        self.assertEqual(indicator("threats").kind, "digital")
        self.assertFalse(is_money_indicator("threats"))
        with self.assertRaisesRegex(VigieError, 'did you mean "many-rides"'):
            indicator("many-ride")


if __name__ == "__main__":
    unittest.main()
