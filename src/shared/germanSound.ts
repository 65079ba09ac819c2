/**
 * Kölner Phonetik (H. J. Postel, 1969): words that sound alike in German get the same digits.
 * @param folded small letters a to z without umlauts and ß; anything else is left out
 */
export function germanSound(folded: string): string {
  const letters = [...folded].filter((letter) => letter >= 'a' && letter <= 'z')
  const codes = letters
    .map((letter, at) => codeOf(letter, letters[at - 1] ?? '', letters[at + 1] ?? '', at))
    .join('')
  const [first = '', ...rest] = codes.replaceAll(/(.)\1+/g, '$1')
  return first + rest.filter((code) => code !== '0').join('')
}

const PLAIN: Readonly<Record<string, string>> = {
  ...each('aeijouy', '0'),
  ...each('h', ''),
  ...each('b', '1'),
  ...each('fvw', '3'),
  ...each('gkq', '4'),
  ...each('l', '5'),
  ...each('mn', '6'),
  ...each('r', '7'),
  ...each('sz', '8'),
}

function each(letters: string, code: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, code]))
}

function codeOf(letter: string, before: string, after: string, at: number): string {
  const plain = PLAIN[letter]
  if (plain !== undefined) return plain
  switch (letter) {
    case 'p':
      return after === 'h' ? '3' : '1'
    case 'd':
    case 't':
      return 'csz'.includes(after) && after !== '' ? '8' : '2'
    case 'x':
      return 'ckq'.includes(before) && before !== '' ? '8' : '48'
    default:
      return soundOfC(before, after, at)
  }
}

function soundOfC(before: string, after: string, at: number): string {
  if (at > 0 && (before === 's' || before === 'z')) return '8'
  const hard = at === 0 ? 'ahkloqrux' : 'ahkoqux'
  return after !== '' && hard.includes(after) ? '4' : '8'
}
