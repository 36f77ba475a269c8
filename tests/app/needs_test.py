"""What a case needs: written, kept, and held against the cards of the workshop before the day."""
import json
import unittest

from program import Case

CARDS = 'number,name,strength,offers\n1,くらし相談室,封筒を一緒に開ける,相談\n2,のせてこ,病院への送迎,移動\n'


class Needs(Case):
    def setUp(self):
        super().setUp()
        case = self.file('case.md', '# ラジオの音がする家 [架空]\n\n川端の古い家。\n')
        self.ok('new', '物語の会', '--template', 'kizuna', '--tables', '1', '--start', '2026-12-05 13:30', '--case', case)
        self.ok('import', 'cards', self.file('cards.csv', CARDS))

    def needs(self, *words):
        return json.loads(self.ok('needs', '--json', *words))['needs']

    def test_a_need_is_written_changed_and_taken_away(self):
        self.ok('needs', '--add', '病院に行く足', '--kind', '困りごと', '--category', '移動', '--resistance', '名を呼ばれること')
        self.ok('needs', '--add', '猫の世話を続けたい', '--kind', 'wish', '--interest', '三毛猫')
        first, second = self.needs()
        self.assertEqual((first['text'], first['kind'], first['category'], first['resistance'], first['interest']),
                         ('病院に行く足', 'trouble', '移動', '名を呼ばれること', None))
        self.assertEqual((second['number'], second['kind'], second['interest']), (2, 'wish', '三毛猫'))
        self.assertEqual(self.needs('--edit', '2', '--text', '猫と暮らす')[1]['text'], '猫と暮らす')
        self.assertEqual([need['text'] for need in self.needs('--remove', '1')], ['猫と暮らす'])

    def test_what_no_card_speaks_to_is_said_first_and_why_a_card_does(self):
        self.ok('needs', '--add', '封筒を開ける')
        self.ok('needs', '--add', '猫の世話')
        first, second = self.needs()
        self.assertEqual([(card['name'], card['word']) for card in first['cards']], [('くらし相談室', '封筒')])
        self.assertEqual((first['answered'], second['answered']), (True, False))
        lines = self.ok('needs').splitlines()
        self.assertEqual([line.split('\t')[0] for line in lines if not line.startswith('\t')], ['N2', 'N1'])
        self.assertIn('no card speaks to it yet', lines[1])
        self.ok('deck', '--add', '2')
        self.assertFalse(self.needs()[0]['answered'])

    def test_strengths_and_needs_are_in_the_report(self):
        self.ok('needs', '--add', '話せる相手', '--resistance', '「福祉」の名', '--strengths', '修理の腕')
        report = self.ok('report')
        for words in ('### Strengths of the person\n\n修理の腕\n', '- **N1** 話せる相手', 'would rather not: 「福祉」の名'):
            self.assertIn(words, report)
        self.assertEqual(json.loads(self.ok('report', '--format', 'json'))['case']['strengths'], '修理の腕')

    def test_what_is_wrong_changes_nothing(self):
        self.ok('needs', '--add', '話せる相手')
        self.refused(1, 'There is no need 2; there are 1', 'needs', '--edit', '2', '--kind', 'wish')
        self.refused(1, 'none of: trouble, wish, concern', 'needs', '--add', 'x', '--kind', 'hunger')
        self.refused(1, 'wants a few words', 'needs', '--add', '')
        self.refused(2, 'usage: yoriai needs', 'needs', '--kind', 'wish')
        self.refused(2, 'usage: yoriai needs', 'needs', '--add', 'x', '--remove', '1')
        self.ok('new', 'ほかの会', '--template', 'basic', '--start', '2026-12-06 13:30')
        self.refused(1, 'no case', 'needs', 'ほかの会', '--strengths', 'x')
        self.assertEqual([need['text'] for need in self.needs('物語の会')], ['話せる相手'])


unittest.main(verbosity=2)
