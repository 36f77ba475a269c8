"""What the room sees, told from outside: dark, held, messages ready and typed. Usage: room_test.py YORIAI"""
import datetime
import json
import unittest

from program import Case

AGENDA = '# L\n\n## 5 min Opening [together]\n\n## 5 min The case [case reading]\n\n## 5 min End [together]\n'
MESSAGES = '\n## Messages\n\n- Tea is ready. [2 min]\n- Please change seats.\n'
CASE = '# House\n\n' + ''.join('Paragraph%02d %s\n' % (i, 'goes on and on ' * 7) for i in range(1, 13))

BAD_WORDS = [
    (['clock', 'blackout', 'maybe'], 1, 'no workshop “maybe”'), (['clock', 'freeze', 'on', '1', 'x'], 2, 'usage: yoriai clock'),
    (['clock', 'message'], 2, 'usage: yoriai clock'), (['clock', 'message', 'x', '--for', 'y'], 1, '“y” is no length'),
    (['clock', 'message', 'x', '--for', '-3'], 1, 'less than no time'), (['clock', 'message', 'x', '--for', '25:00:00'], 1, 'no length'),
    (['clock', 'add', '3', '--for', '3'], 2, 'usage: yoriai clock'), (['clock', 'start', '--for', '3'], 2, 'usage: yoriai clock'),
    (['clock', 'message', 'あ' * 1000], 1, 'too long'), (['clock', 'freeze', '--apply'], 2, 'usage: yoriai clock'),
]


class Room(Case):
    def setUp(self):
        super().setUp()
        self.file('a.md', AGENDA)
        self.file('case.txt', CASE)
        self.ok('new', 'L', '--template', './a.md', '--case', 'case.txt', '--tables', '2')

    def status(self):
        return json.loads(self.ok('clock', 'status', '--json'))

    def wall(self):
        return self.ok('screen', 'audience', '--size', '80x24')

    def test_each_switch_is_turned_told_and_taken_back(self):
        self.ok('clock', 'start')
        for name in ('blackout', 'freeze', 'shutter'):
            before = self.status()[name]
            self.assertEqual(before, name == 'shutter')
            for words, wanted in (([], not before), (['on'], True), (['on'], True), (['off'], False), (['on', '1'], True), (['1'], False)):
                self.ok('clock', name, *words)
                self.assertEqual(self.status()[name], wanted, (name, words))
            self.ok('clock', 'undo')
            self.assertTrue(self.status()[name])
            self.ok('clock', name, 'off')

    def test_bad_words_are_met_with_a_sentence_and_change_nothing(self):
        before = self.status()
        for words, code, pattern in BAD_WORDS:
            self.refused(code, pattern, *words)
        for name in ('blackout', 'freeze', 'shutter', 'message', 'state'):
            self.assertEqual(self.status()[name], before[name])

    def test_a_dark_wall_is_dark_whatever_happens_behind_it(self):
        self.ok('clock', 'start')
        self.ok('clock', 'blackout')
        self.ok('clock', 'next')
        self.ok('clock', 'message', 'NOTSEEN')
        self.assertEqual(self.wall().strip(), '')
        self.assertIn('The room is dark (. lights it again).', self.ok('screen', 'run', '--size', '120x36'))
        self.ok('clock', 'blackout')
        self.assertIn('NOTSEEN', self.wall())

    def test_a_held_picture_stands_while_the_clock_goes_on(self):
        self.ok('clock', 'start')
        self.ok('clock', 'next')
        self.ok('clock', 'shutter', 'off')
        self.assertIn('Paragraph01', self.wall())
        self.ok('clock', 'freeze', 'on')
        self.ok('clock', 'next')
        self.ok('clock', 'add', '20')
        wall = self.wall()
        self.assertIn('Paragraph01', wall)
        self.assertIn('Picture held: case reading, page 1 (f lets it go)', self.ok('screen', 'run', '--size', '120x36'))
        self.ok('clock', 'freeze', 'off')
        self.assertNotIn('Paragraph01', self.wall())

    def test_a_message_says_until_when_it_stands(self):
        before = datetime.datetime.now(datetime.timezone.utc)
        self.ok('clock', 'message', 'Tea', '--for', '3')
        until = datetime.datetime.fromisoformat(self.status()['message_until'])
        self.assertEqual(round((until - before).total_seconds() / 60), 3)
        self.assertIn('Tea', self.wall())
        at = (until.astimezone() + datetime.timedelta(seconds=1))
        if at.date() == before.astimezone().date():
            self.assertNotIn('Tea', self.ok('screen', 'audience', '--at', at.strftime('%H:%M:%S')))
        self.ok('clock', 'message', 'Coffee [1:30]')
        self.assertEqual((self.status()['message'], self.status()['message_until'] is None), ('Coffee', False))
        self.ok('clock', 'message', 'Water')
        self.assertEqual((self.status()['message'], self.status()['message_until']), ('Water', None))
        self.ok('clock', 'message', '')
        self.assertEqual((self.status()['message'], self.status()['message_until']), (None, None))

    def test_messages_come_with_the_agenda_and_go_with_it(self):
        page = AGENDA + MESSAGES
        self.assertEqual(self.ok('export', 'agenda'), AGENDA)
        self.ok('import', 'agenda', self.file('b.md', page))
        self.assertEqual(self.ok('export', 'agenda'), page)
        self.ok('import', 'agenda', self.file('b.md', page))
        self.assertEqual(self.ok('export', 'agenda'), page)
        self.ok('new', 'M', '--template', './b.md')
        self.assertEqual(self.ok('export', 'agenda', 'M').replace('# M\n', '# L\n'), page)
        self.ok('import', 'agenda', './a.md', 'L')
        self.assertEqual(self.ok('export', 'agenda', 'L'), AGENDA)

    def test_the_time_to_read_is_told(self):
        self.ok('clock', 'start')
        self.assertIsNone(self.status()['item']['reading_s'])
        self.ok('clock', 'next')
        words = len(CASE.split()) - 2
        self.assertAlmostEqual(self.status()['item']['reading_s'], words * 60 / 140, delta=1)
        self.assertRegex(self.ok('screen', 'run', '--size', '120x36'), r'5 min, to read about 2 min, 2 min left')


if __name__ == '__main__':
    unittest.main()
