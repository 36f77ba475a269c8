"""Who sits with whom: laws, rules, what has been before, what is written down. Usage: seat_test.py YORIAI"""
import itertools
import json
import os
import random
import unittest

from program import Case

STANCES = '本人・当事者 家族 市民・住民 福祉専門職 医療 行政'.split()
FIELDS = '高齢 障害 就労 住まい'.split()


class Seat(Case):
    def setUp(self):
        super().setUp()
        self.random = random.Random(os.environ.get('YORIAI_SEED', 'seats'))

    def invite(self, count, **columns):
        """Names P1, P2, …; a column is a function of the number."""
        told = dict(affiliation=lambda i: 'A%d' % (i % 9), stance=lambda i: STANCES[i % 6], field=lambda i: FIELDS[i % 4])
        told.update(columns)
        lines = ['name,' + ','.join(told)] + ['P%d,' % i + ','.join(value(i) for value in told.values()) for i in range(1, count + 1)]
        self.ok('import', 'people', self.file('people.csv', '\n'.join(lines) + '\n'))

    def new(self, *words, start='2026-10-01 13:30', title='Circle'):
        return self.ok('new', title, '--start', start, *words).strip()

    def seat(self, *words):
        return json.loads(self.ok('seat', '--json', *words))

    def seats(self):
        everything = json.loads(self.exported('--format', 'json'))
        names = {person['id']: person['name'] for person in everything['people']}
        numbers = {table['id']: table['number'] for table in everything['tables']}
        return sorted((seat['round'], numbers[seat['table']], names[seat['person']]) for seat in everything['seats'])

    def assert_lawful(self, seating, people):
        for tables in seating['rounds']:
            self.assertEqual(sorted(itertools.chain(*tables)), sorted('P%d' % i for i in range(1, people + 1)))
            sizes = [len(table) for table in tables]
            self.assertLessEqual(max(sizes) - min(sizes), 1)

    def meetings(self, *seatings):
        return [pair for seating in seatings for tables in seating['rounds'] for table in tables
                for pair in itertools.combinations(sorted(table), 2)]

    def test_everybody_sits_once_a_round_and_rules_hold(self):
        self.new('--tables', '6')
        self.invite(31)
        for rounds in (1, 3):
            seating = self.seat('--rounds', str(rounds), '--moves', '20000', '--together', 'P1,P2', '--apart', 'P3、P4，P5', '--fix', 'P6=4')
            self.assertEqual(len(seating['rounds']), rounds)
            self.assertGreaterEqual(seating['score']['cost'], seating['score']['cost_least'])
            self.assertGreaterEqual(seating['score']['repeats'], seating['score']['repeats_least'])
            self.assert_lawful(seating, 31)
            for tables in seating['rounds']:
                where = {name: number for number, table in enumerate(tables, 1) for name in table}
                self.assertEqual((where['P1'], where['P6']), (where['P2'], 4))
                self.assertEqual(len({where['P3'], where['P4'], where['P5']}), 3)

    def test_stances_are_mixed_and_affiliations_split(self):
        self.new('--tables', '6')
        self.invite(36, affiliation=lambda i: 'A%d' % (i % 12), field=lambda i: '')
        seating = self.seat()
        self.assertEqual((seating['score']['same_stance'], seating['score']['same_affiliation'], seating['unmet']), (0, 0, []))
        self.assertTrue(seating['score']['is_least'])

    def test_who_has_met_is_kept_apart(self):
        self.new('--tables', '8')
        self.invite(24, affiliation=lambda i: '', stance=lambda i: '', field=lambda i: '')
        held = [self.seat('1', '--rounds', '2', '--apply')]
        for number in (2, 3, 4):
            self.new('--tables', '8', start='2026-11-0%d 13:30' % number, title='Circle %d' % number)
            held.append(self.seat('Circle %d' % number, '--apply'))
        everyone = self.meetings(*held)
        self.assertEqual(len(everyone), len(set(everyone)))
        # What comes later is no past: the first workshop may seat anybody.
        self.assertEqual(self.seat('1')['score']['repeats'], 0)

    def test_what_cannot_be_is_named_and_not_written_down(self):
        self.new('--tables', '4')
        self.invite(12)
        rules = ('--together', 'P1,P2', '--fix', 'P7=1', '--together', 'P2,P3', '--apart', 'P1,P3')
        seating = self.seat(*rules)
        self.assertIn('“P1, P2 together”, “P2, P3 together”, “P1, P3 apart”', seating['unmet'][0])
        self.assertNotIn('P7', seating['unmet'][0])
        self.assert_lawful(seating, 12)
        self.refused(1, 'Nothing was written down: These cannot all be: .*P1, P3 apart', 'seat', '--apply', *rules)
        self.assertEqual(self.seats(), [])
        self.assertIn('at most 3 seats', self.seat('--together', 'P1,P2,P3,P4')['unmet'][0])
        self.assertIn('there are 4 tables', self.seat('--apart', 'P1,P2,P3,P4,P5')['unmet'][0])

    def test_a_seating_is_written_down_and_kept(self):
        self.new('--tables', '4')
        self.invite(17)
        seating = self.seat('--rounds', '2', '--apply')
        self.assertEqual(self.seats(), sorted((r, t, name) for r, tables in enumerate(seating['rounds'], 1)
                                              for t, table in enumerate(tables, 1) for name in table))
        before = self.seats()
        self.assertEqual(self.seat('--keep', '--apply')['score']['moved'], 0)
        self.assertEqual(self.seats(), before)
        # More tables than there were are made; a round less is a round less.
        self.seat('--tables', '5', '--rounds', '1', '--apply')
        self.assertEqual({(r, t) for r, t, _ in self.seats()}, {(1, t) for t in (1, 2, 3, 4, 5)})

    def test_the_same_seed_and_moves_find_the_same(self):
        self.new('--tables', '5')
        self.invite(23)
        timed = self.seat('--time', '0.2', '--seed', '7', '--rounds', '4')
        again = self.seat('--moves', str(timed['score']['moves']), '--seed', '7', '--rounds', '4')
        self.assertTrue(timed['score']['by_time'] and not again['score']['by_time'])
        self.assertEqual(timed['rounds'], again['rounds'])
        code, _, err = self.run_words('--lang', 'en', 'seat', '--time', '0.1', '--rounds', '4')
        self.assertEqual(code, 0)
        self.assertRegex(err, r'the time ended the search after \d+ moves; --seed 1 --moves \d+ finds the same again')

    def test_few_people_and_very_many(self):
        self.new('--tables', '8')
        self.refused(1, 'nobody to seat', 'seat')
        self.invite(3)
        self.assertEqual(len(self.seat()['rounds'][0]), 1)
        self.refused(1, '3 people cannot fill 4 tables', 'seat', '--tables', '4')
        self.invite(2000)
        seating = self.seat('--tables', '333', '--rounds', '2', '--moves', '20000')
        self.assert_lawful(seating, 2000)
        self.assertLess(seating['score']['repeats'], 100)

    def test_the_agenda_says_how_many_rounds(self):
        self.new('--tables', '4', '--template', 'world-cafe')
        self.invite(16)
        self.assertEqual(len(self.seat()['rounds']), 3)

    def test_who_comes_is_seated_and_rules_find_people(self):
        self.new('--tables', '2')
        status = ['参加', '参加', '欠席', '参加', '保留', '参加', '参加']
        role = ['参加者'] * 6 + ['進行役']
        self.invite(7, status=lambda i: status[i - 1], role=lambda i: role[i - 1], affiliation=lambda i: '社協' if i < 3 else '市役所',
                    kana=lambda i: 'ぴー%d' % i)
        seating = self.seat('--fix', 'ピー１＝2'.replace('＝', '='))
        self.assertEqual(sorted(itertools.chain(*seating['rounds'][0])), ['P1', 'P2', 'P4', 'P6'])
        self.assertEqual(sorted(seating['not_seated']), ['P3', 'P5', 'P7'])
        self.assertIn('P1', seating['rounds'][0][1])
        self.refused(1, '“P3” is not among those who are seated', 'seat', '--together', 'P1,P3')
        self.refused(1, 'Nobody is called “Nobody”', 'seat', '--apart', 'P1,Nobody')
        self.refused(1, '“P” may be: P1/社協, P2/社協', 'seat', '--apart', 'P,P1')
        self.refused(1, 'no table 9', 'seat', '--fix', 'P1=9')
        self.refused(1, 'does not say who sits at which table', 'seat', '--fix', 'P1')
        self.refused(1, 'too few people', 'seat', '--together', 'P1')
        self.refused(2, 'wants seconds', 'seat', '--time', 'soon')
        self.refused(2, 'usage', 'seat', '--time', '1', '--moves', '5')


if __name__ == '__main__':
    unittest.main()
