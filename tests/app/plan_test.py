"""A workshop is planned from the command line: what is said of it, its series, template files, what is open. Usage: plan_test.py YORIAI"""
import json
import unittest

from program import Case

AGENDA = '''# T

A purpose.

## 15 min Opening [together, strict, at least 5 min]

For the room.

> For me alone.

## 1m30s Breath [individual, bells none]

## 5 min Break [break, protected, from 14:00]

## 20 min Stories [tables, until 15:00, bells 5 1 0]
'''


class Plan(Case):
    def plan(self, workshop=None):
        return json.loads(self.ok(*(['plan'] + ([workshop] if workshop else []) + ['--json'])))

    def make(self):
        self.file('a.md', AGENDA)
        self.ok('new', 'Circle', '--template', './a.md', '--start', '2026-11-22 13:30', '--end', '16:00', '--series', 'S')

    def test_what_is_said_of_a_workshop_is_changed_and_told(self):
        self.make()
        self.file('case.md', '# The radio [anonymised]\n\nText.\n')
        self.file('letter.md', '# Kazu\n\nCome again.\n')
        self.ok('plan', '--venue', '市民会館', '--programme', 'チーム絆', '--commissioner', '府', '--purpose', 'Faces.', '--context', 'Far.',
                '--number', '12', '--year-number', '3', '--case', 'case.md', '--letter', 'letter.md', '--mode', 'online')
        told = self.plan()
        self.assertEqual([told[k] for k in ('venue', 'programme', 'commissioner', 'purpose', 'local_context', 'mode', 'cases', 'letter')],
                         ['市民会館', 'チーム絆', '府', 'Faces.', 'Far.', 'online', 1, True])
        self.assertEqual((told['fiscal_year'], told['fiscal_no'], told['cumulative_no']), (2026, 3, 12))
        self.file('case.md', '# Another\n\nText.\n')
        self.ok('plan', '--case', 'case.md')
        self.assertEqual(self.plan()['cases'], 1)
        self.assertIn('Another', self.ok('screen', 'plan', '--size', '120x60'))

    def test_the_hall_moves_with_the_day(self):
        self.make()
        self.assertEqual((self.plan()['total_s'], self.plan()['over_s']), (15 * 60 + 90 + 300 + 1200, 0))
        self.ok('plan', '--start', '令和8年12月1日 13時半')
        self.assertEqual([self.plan()[k][:16] for k in ('start', 'hall_end')], ['2026-12-01T13:30', '2026-12-01T16:00'])
        self.ok('plan', '--end', '930')
        self.assertEqual(self.plan()['hall_end'][:16], '2026-12-02T09:30')
        self.ok('plan', '--end', '14:30')
        self.assertEqual(self.plan()['over_s'], 1800)
        self.ok('plan', '--end', '')
        self.assertEqual((self.plan()['hall_end'], self.plan()['over_s']), (None, 0))

    def test_a_series_is_counted_across_april(self):
        self.make()
        for start in ('2027-02-01 10:00', '2027-04-01 10:00', '2027-05-01 10:00'):
            self.ok('new', 'X', '--series', 'S', '--start', start)
        numbers = [(told['fiscal_year'], told['fiscal_no'], told['cumulative_no']) for told in map(self.plan, '1234')]
        self.assertEqual(numbers, [(2026, 1, 1), (2026, 2, 2), (2027, 1, 3), (2027, 2, 4)])
        self.assertIn('令和9年度第1回・通算3回', self.ok('--lang', 'ja', 'screen', 'plan', '3', '--size', '120x36'))
        self.assertIn('2027年（令和9年）4月1日', self.ok('--lang', 'ja', 'screen', 'plan', '3'))
        self.assertIn('令和9年度第1回・通算3回', self.ok('--lang', 'ja', 'report', '3'))
        told = json.loads(self.ok('report', '4', '--format', 'json'))['workshop']
        self.assertEqual((told['fiscal_year'], told['fiscal_no'], told['cumulative_no']), (2027, 2, 4))
        self.refused(1, 'never the smaller', 'plan', '3', '--number', '2', '--year-number', '3')

    def test_an_agenda_saved_as_a_template_makes_the_same_agenda(self):
        self.make()
        self.ok('export', 'agenda', '--format', 'md', '-o', 't.md')
        self.refused(2, 'form for the agenda', 'export', 'cards', '--format', 'md')
        self.ok('new', 'Circle', '--template', './t.md', '--start', '2026-12-22 13:30')
        self.assertEqual(self.ok('export', 'agenda', '2'), self.ok('export', 'agenda', '1'))
        self.file('t.md', AGENDA.replace('20 min', 'soon'))
        self.refused(1, 'Line 15', 'new', 'Y', '--template', './t.md')

    def test_what_is_open_comes_along(self):
        self.make()
        self.ok('clock', 'start')
        self.ok('log', '--table', '1', 'action', 'Ask the kettle shop', '--who', 'Mori', '--until', 'spring')
        self.ok('log', '--table', '1', 'note', 'Group or place?', '--kind', 'question')
        self.ok('log', '--table', '1', 'note', 'An idea', '--kind', 'idea')
        self.ok('clock', 'end')
        self.assertEqual(self.plan('1')['carried_over'], [])
        self.ok('new', '--from', '1', '--start', '2026-12-22 13:30')
        self.assertEqual(self.plan('2')['carried_over'],
                         [{'kind': 'action', 'text': 'Ask the kettle shop', 'who': 'Mori', 'until': 'spring'},
                          {'kind': 'question', 'text': 'Group or place?', 'who': None, 'until': None}])
        self.assertIn('to do: Ask the kettle shop (Mori, spring)', self.ok('screen', 'plan', '2', '--size', '120x60'))

    def test_bad_words_change_nothing(self):
        self.make()
        before = self.plan()
        self.refused(1, 'no date and time', 'plan', '--start', 'soon')
        self.refused(1, 'no time of day', 'plan', '--end', 'late')
        self.refused(1, 'needs a title', 'plan', '--title', ' ')
        self.refused(1, 'venue, online or hybrid', 'plan', '--venue', 'X', '--mode', 'nowhere')
        self.refused(1, 'nosuch', 'plan', '--venue', 'X', '--letter', 'nosuch.md')
        self.refused(2, 'usage', 'plan', 'a', 'b')
        self.assertEqual(self.plan(), before)


if __name__ == '__main__':
    unittest.main()
