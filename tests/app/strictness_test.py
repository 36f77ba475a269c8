"""How the room and the facilitator meet the end of a step, from the file to the screens. Usage: strictness_test.py YORIAI"""
import datetime
import json
import unittest

from program import Case

KINDS = ('together', 'case reading', 'individual', 'tables', 'presentations', 'break', 'letter', 'change of seats')
ENDS = {'gentle': 'Let us slowly come to a close.', 'strict': 'Time is up.', 'unhurried': 'Let us take our time to sum up.'}


def minutes_from_now(minutes):
    return datetime.datetime.now() + datetime.timedelta(minutes=minutes)


class Workshops(Case):
    def english(self, *words):
        return self.ok('--lang', 'en', *words)

    def make(self, title, steps, start):
        """A workshop of these steps that was to begin at `start`; it has begun now."""
        path = self.file(f'{title}.md', f'# {title}\n\n' + '\n\n'.join(f'## {step}' for step in steps) + '\n')
        self.english('new', title, '--template', path, '--start', f'{start:%Y-%m-%d %H:%M}', '--tables', '2')
        self.english('clock', 'start', title)

    def room(self, title):
        return self.english('screen', 'audience', title, '--size', '40x12')


class Strictness(Workshops):
    def late(self, title, mark):
        """A step of 20 minutes began 25 minutes ago."""
        self.make(title, [f'20 min Step [{mark}]', '5 min Rest'], minutes_from_now(-30))
        self.english('clock', 'backdate', f'{minutes_from_now(-25):%H:%M}', title)

    def test_every_kind_of_step_ends_as_its_strictness_says(self):
        for number, kind in enumerate(KINDS):
            for strictness, line in ENDS.items():
                title = f'{strictness} {"abcdefgh"[number]}'
                self.late(title, f'{kind}, {strictness}')
                room = self.room(title)
                self.assertIn(line, room)
                self.assertEqual('█' in room, strictness != 'unhurried', room)
                status = json.loads(self.english('clock', 'status', title, '--json'))['item']
                self.assertEqual(status['strictness'], strictness)
                self.assertGreaterEqual(status['overtime_s'], 300)

    def test_only_the_facilitator_sees_how_late_an_unhurried_step_is(self):
        self.late('calm', 'individual, unhurried')
        run = self.english('screen', 'run', 'calm', '--size', '40x20')
        self.assertIn('█', run)
        self.assertIn('Over time.', self.english('screen', 'run', 'calm'))
        self.assertIn('shut: no numbers', self.english('screen', 'run', 'calm', '--size', '120x36'))
        self.assertIn('individual, unhurried', self.english('screen', 'run', 'calm'))
        for screen in ('audience', 'scribe'):
            self.assertNotRegex(self.english('screen', screen, 'calm', '--size', '40x12'), r'[+-]\d|\d:\d\d')
        self.assertIn('\tindividual, unhurried\tStep', self.english('agenda', 'calm'))
        self.assertIn('| individual, unhurried |', self.english('report', 'calm', '--format', 'md'))

    def test_a_mark_survives_the_way_out_and_in(self):
        self.late('way', 'break, strict, protected')
        self.assertIn('## 20 min Step [break, strict, protected]', self.english('export', 'agenda', 'way'))
        self.assertIn('## 20分 Step [休憩、厳守、守る]', self.ok('--lang', 'ja', 'export', 'agenda', 'way'))


class FixedEnd(Workshops):
    def until(self, minutes):
        """A time of day of the workshop that begins now; past midnight it goes on counting."""
        now = datetime.datetime.now()
        at = now.hour * 60 + now.minute + minutes
        return f'{at // 60}:{at % 60:02}'

    def test_no_pause_stops_it_and_everybody_hears_so(self):
        self.make('fixed', [f'20 min Step [until {self.until(30)}]'], minutes_from_now(0))
        self.english('clock', 'pause', 'fixed')
        self.assertIn('Its end is fixed: the time runs on.', self.english('clock', 'status', 'fixed'))
        self.assertIn('Its end is fixed: the time runs on.', self.english('screen', 'run', 'fixed'))
        self.assertNotIn('paused', self.room('fixed'))
        self.english('clock', 'resume', 'fixed')
        self.assertNotIn('Its end is fixed', self.english('clock', 'status', 'fixed'))

    def test_one_that_comes_too_soon_is_named_before_it_comes(self):
        self.make('soon', ['30 min Talk', f'20 min Last bus [at least 15 min, until {self.until(40)}]'], minutes_from_now(0))
        self.assertRegex(self.english('screen', 'run', 'soon', '--size', '120x36'),
                         r'! \d+ min of at least 15 min until \d')
        items = json.loads(self.english('agenda', 'soon', '--json'))['items']
        self.assertEqual([item['squeezed'] for item in items], [False, True])
        self.assertIsNone(items[0]['fixed_end'])
        self.assertIsNotNone(items[1]['fixed_end'])


if __name__ == '__main__':
    unittest.main()
