"""The cards chosen for a workshop: on paper, by number at the tables, in every copy of the database."""
import json
import shutil
import unittest

from program import Case

CARDS = 'number,name,formality\n3,相談窓口,formal\n7,電器店,informal\n13,喫茶,informal\n'


class Deck(Case):
    def setUp(self):
        super().setUp()
        self.ok('new', '物語の会', '--template', 'kizuna', '--tables', '2', '--start', '2026-12-05 13:30')
        self.ok('import', 'cards', self.file('cards.csv', CARDS))

    def deck(self, *words):
        deck = json.loads(self.ok('deck', '--json', *words))
        return deck['chosen'], [(card['number'], card['name']) for card in deck['cards']]

    def test_none_chosen_is_all_and_the_first_chosen_is_number_one(self):
        self.assertEqual(self.deck(), (False, [(3, '相談窓口'), (7, '電器店'), (13, '喫茶')]))
        self.assertEqual(self.deck('--add', '１３'), (True, [(1, '喫茶')]))
        self.assertEqual(self.deck('--add', '相談窓口', '--add', '13'), (True, [(1, '喫茶'), (2, '相談窓口')]))
        self.assertEqual(self.deck('--remove', '喫茶'), (True, [(2, '相談窓口')]))
        self.assertEqual(self.deck('--all', '--renumber'), (True, [(1, '相談窓口'), (2, '電器店'), (3, '喫茶')]))
        self.assertIn('"directory_number":13', self.ok('deck', '--json'))

    def test_paper_and_tables_know_the_decks_numbers(self):
        self.ok('deck', '--add', '7')
        page = self.ok('paper', 'cards')
        self.assertEqual(page.count('<article class="card'), 1)
        self.assertIn('<strong>1</strong>', page)
        self.ok('log', '--table', '1', 'step', '棚を通って', '--support', '1')
        support = json.loads(self.ok('show', '--json'))['tables'][0]['storylines'][0]['steps'][0]['supports'][0]
        self.assertEqual((support['name'], support['formality']), ('電器店', 'informal'))

    def test_what_is_wrong_changes_nothing(self):
        self.ok('deck', '--add', '3')
        self.refused(1, 'No card, or more than one, is “99”', 'deck', '--add', '7', '--add', '99')
        self.refused(1, '“喫茶” is not in the deck', 'deck', '--add', '7', '--remove', '13')
        self.assertEqual(self.deck(), (True, [(1, '相談窓口')]))
        self.refused(2, 'usage: yoriai deck', 'deck', 'a', 'b')

    def test_two_laptops_that_chose_alike_have_one_deck(self):
        other = self.path('other.db')
        shutil.copy(self.db, other)
        self.ok('deck', '--add', '3', '--add', '7')
        self.ok('--db', other, 'deck', '--add', '7', '--add', '13')
        self.ok('merge', other)
        chosen, cards = self.deck('--renumber')
        self.assertTrue(chosen)
        self.assertEqual(sorted(name for _, name in cards), ['喫茶', '相談窓口', '電器店'])
        self.assertEqual([number for number, _ in cards], [1, 2, 3])

    def test_two_cards_of_one_number_are_told(self):
        other = self.path('other.db')
        shutil.copy(self.db, other)
        self.ok('deck', '--add', '3')
        self.ok('--db', other, 'deck', '--add', '13')
        self.ok('merge', other)
        code, out, err = self.run_words('deck')
        self.assertEqual(code, 0)
        self.assertIn('two cards have the number 1; --renumber', err)


unittest.main(verbosity=2)
