"""The next workshop from the one before: what each step took, and what goes on. Usage: next_test.py YORIAI"""
import datetime
import json
import unittest

from program import Case

AGENDA = '''# T

A purpose.

## 15 min Opening [strict, at least 5 min]

For the room.

> For me alone.

## 10 min Talk

## 5 min Break [break, protected]

## 20 min Stories [tables]
'''
NOW = datetime.datetime.now()
WORDS = {'Opening': 'last time planned 15 min, took 19 min', 'Talk': 'last time 10 min, as planned', 'Break': 'skipped last time',
         'Stories': ''}


def ago(minutes):
    return (NOW - datetime.timedelta(minutes=minutes)).strftime('%H:%M')


class Next(Case):
    def hold_one(self):
        """19 minutes for 15, then 10 minutes of talk in two attempts, a break skipped, and the end before the stories."""
        self.file('a.md', AGENDA)
        self.ok('new', 'First', '--template', './a.md', '--start', '2001-01-01 10:00', '--tables', '3', '--series', 'Circle')
        self.ok('log', '--table', '1', 'offer', 'tea')
        for verb, minutes in (('start', 40), ('next', 21), ('next', 15), ('back', 4), ('next', 0)):
            self.ok('clock', verb, 'First')
            self.ok('clock', 'backdate', ago(minutes), 'First')
        self.ok('clock', 'skip', 'First')
        self.ok('clock', 'end', 'First')

    def items(self, workshop):
        return {item['title']: item for item in json.loads(self.ok('agenda', workshop, '--json'))['items']}

    def last_times(self, workshop):
        """The words about the last time, by the step's name."""
        rows = [line.split('\t') for line in self.ok('agenda', workshop).splitlines()[2:]]
        return {row[8]: ''.join(row[9:]) for row in rows}

    def test_planned_and_actual_are_kept_and_compared(self):
        self.hold_one()
        rows = [[row[k] for k in (4, 5, 6, 8)] for row in (line.split('\t') for line in self.ok('agenda').splitlines()[2:])]
        self.assertEqual(rows, [['15', '19', '+4 min', 'Opening'], ['10', '10', '0 min', 'Talk'], ['5', 'skipped', '', 'Break'],
                                ['20', '0', '', 'Stories']])
        items = self.items('First')
        for name, actual, difference, attempts in (('Opening', 1140, 240, 1), ('Talk', 600, 0, 2)):
            self.assertAlmostEqual(items[name]['actual_s'], actual, delta=1)
            self.assertAlmostEqual(items[name]['difference_s'], difference, delta=1)
            self.assertEqual(items[name]['attempts'], attempts)
        self.assertEqual((items['Break']['difference_s'], items['Opening']['last_time']), (None, None))
        report = self.ok('report')
        self.assertIn('| 1 | Opening | ', report)
        self.assertRegex(report, r'Opening \|[^|]*\| 15 min \| 19 min \| \+4 min \|')
        self.assertRegex(report, r'Talk \|[^|]*\| 10 min \| 10 min \| 0 min \|')
        agenda = json.loads(self.ok('report', '--format', 'json'))['agenda']
        self.assertAlmostEqual(agenda[0]['difference_s'], 240, delta=1)
        self.assertEqual([step['difference_s'] for step in agenda[2:]], [None, None])

    def test_the_next_one_has_the_agenda_and_the_last_times_and_nothing_that_was_said(self):
        self.hold_one()
        self.ok('new', 'Second', '--from', 'First', '--start', '2001-02-01 10:00')
        self.assertEqual(self.ok('export', 'agenda', 'Second'), self.ok('export', 'agenda', 'First').replace('First', 'Second'))
        self.assertEqual(self.last_times('Second'), WORDS)
        items = self.items('Second')
        last_time = items['Opening']['last_time']
        self.assertEqual((last_time['status'], last_time['planned_s']), ('done', 900))
        self.assertAlmostEqual(last_time['actual_s'], 1140, delta=1)
        self.assertEqual((items['Break']['last_time']['status'], items['Stories']['last_time']), ('skipped', None))
        tables = json.loads(self.ok('show', 'Second', '--json'))['tables']
        self.assertEqual([(table['number'], table['offers']) for table in tables], [(1, []), (2, []), (3, [])])
        told = json.loads(self.ok('report', 'Second', '--format', 'json'))['workshop']
        self.assertEqual((told['series'], told['purpose']), ('Circle', 'A purpose.'))
        screen = self.ok('screen', 'run', 'Second', '--size', '120x36')
        self.assertIn('15 min (last time 19 min)  Opening', screen)
        self.assertRegex(self.ok('screen', 'line', 'Second', '--size', '100x24'), r'Opening .* 15 +15>19\n')
        self.assertIn('last time planned 25 min, took 29 min (First)', self.ok('screen', 'home'))

    def test_what_is_said_goes_before_what_was(self):
        self.hold_one()
        self.file('b.md', AGENDA.replace('## 10 min Talk', '## 8 min Guests\n\n## 10 min Ｔａｌｋ').replace('A purpose', 'Another'))
        self.ok('new', 'Second', '--from', '1', '--template', './b.md', '--tables', '5', '--series', 'Other')
        self.assertEqual(self.last_times('2'), {'Opening': WORDS['Opening'], 'Guests': '', 'Ｔａｌｋ': WORDS['Talk'],
                                                'Break': WORDS['Break'], 'Stories': ''})
        self.assertEqual(len(json.loads(self.ok('show', '2', '--json'))['tables']), 5)
        told = json.loads(self.ok('report', '2', '--format', 'json'))['workshop']
        self.assertEqual((told['series'], told['purpose']), ('Other', 'Another.'))

    def test_a_series_looks_back_by_itself_and_so_does_a_chain(self):
        self.hold_one()
        self.ok('new', 'Second', '--template', './a.md', '--series', 'Circle', '--start', '2001-03-01 10:00')
        self.ok('new', 'Alone', '--template', './a.md', '--start', '2001-03-01 10:00')
        self.ok('new', 'Before', '--template', './a.md', '--series', 'Circle', '--start', '2000-03-01 10:00')
        self.assertEqual(self.last_times('Second'), WORDS)
        self.assertEqual(set(self.last_times('Alone').values()), {''})
        self.assertEqual(set(self.last_times('Before').values()), {''})
        self.ok('new', 'Third', '--from', 'Second', '--series', '', '--start', '2001-04-01 10:00')
        self.assertEqual(self.last_times('Third'), WORDS)

    def test_the_next_one_is_counted_on_and_may_be_as_it_went(self):
        self.hold_one()
        titles = []
        for start in ('2001-02-01 10:00', '2001-03-31 10:00', '2001-04-01 10:00'):
            self.ok('new', '--from', str(len(titles) + 1), '--start', start, '--as-it-went')
            titles.append(json.loads(self.ok('list', '--json'))[-1]['title'])
        self.assertEqual(titles, ['First #2', 'First #3', 'First #4'])
        self.assertEqual([item['planned_s'] for item in self.items('First #2').values()], [19 * 60, 600, 300, 1200])
        self.file('b.md', AGENDA)
        self.ok('new', '令和12年度第1回（通算9回）', '--template', './b.md', '--start', '2031-03-01 10:00')
        for start, want in (('2031-03-20 10:00', '令和12年度第2回（通算10回）'), ('2031-04-20 9時半', '令和13年度第1回（通算10回）')):
            self.ok('new', '--from', '令和12年度第1回', '--start', start)
            self.assertEqual(json.loads(self.ok('list', '--json'))[-1]['title'], want)
        self.refused(2, 'usage', 'new')
        self.refused(2, 'usage', 'new', 'X', '--as-it-went')
        self.refused(1, 'no date and time', 'new', '--from', 'First', '--start', 'soon')

    def test_rooms_and_mode_go_on_too(self):
        self.file('a.md', AGENDA)
        self.ok('new', 'First', '--template', './a.md', '--table', 'Housing @ Blue', '--table', 'Work @ Red', '--mode', 'online')
        self.ok('new', 'Second', '--from', 'First')
        self.ok('new', 'Third', '--from', 'Second', '--mode', 'hybrid', '--tables', '3')
        first, second, third = ([(table['theme'], table['room']) for table in json.loads(self.ok('show', name, '--json'))['tables']]
                                for name in ('First', 'Second', 'Third'))
        self.assertEqual(len(set(first)), len(first))
        self.assertEqual((second, third), (first, first + [(None, None)]))
        modes = [json.loads(self.ok('report', name, '--format', 'json'))['workshop']['mode'] for name in ('First', 'Second', 'Third')]
        self.assertEqual(modes, ['online', 'online', 'hybrid'])

    def test_the_room_sees_the_day_and_nobody_late(self):
        self.file('a.md', AGENDA)
        self.ok('new', 'X', '--template', './a.md', '--start', '2001-01-01 10:00')
        self.ok('clock', 'day', 'on')
        self.assertRegex(self.ok('screen', 'audience'), r'The day[^$]* Opening\n[^$]* Break +about ')
        self.ok('clock', 'start')
        self.assertNotIn('Stories', self.ok('screen', 'audience'))
        self.ok('clock', 'day')
        screen = self.ok('screen', 'audience')
        self.assertRegex(screen, '>  Opening +we are here')
        self.assertNotIn('behind', screen)
        self.ok('clock', 'day')
        self.assertNotIn('we are here', self.ok('screen', 'audience'))

    def test_bad_words_make_nothing(self):
        self.hold_one()
        before = self.ok('list', '--json')
        self.refused(1, 'no workshop “nosuch”', 'new', 'X', '--from', 'nosuch')
        self.refused(1, 'no template “nosuch”', 'new', 'X', '--from', 'First', '--template', 'nosuch')
        self.refused(1, 'needs a title', 'new', ' ', '--from', 'First')
        self.refused(2, '“--from” wants a value', 'new', 'X', '--from')
        self.refused(1, 'from 1 to 99', 'new', 'X', '--from', 'First', '--tables', '0')
        self.assertEqual(self.ok('list', '--json'), before)


if __name__ == '__main__':
    unittest.main()
