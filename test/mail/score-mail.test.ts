import { SaxesParser } from 'saxes';
import { scoreMail } from '../../src/mail/score-mail';
import { BAND_COLORS } from '../../src/tables/band-colors';
import { account, letter, many } from './letters';

/** Elements of the HTML with their attributes, and its words; throws where it is not well formed. */
function parsed(html: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({ name, attributes: attributes as Record<string, string> }),
  );
  parser.on('text', (text) => {
    words += ` ${text}`;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(html.split('<br>').join('<br/>')).close();
  return { elements, words };
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the subject tells the news', () => {
  const fell = account('A', 'Yellow', { before: 'Lime' });
  const rose = account('B', 'Green', { before: 'Red' });
  const risky = account('C', 'Red');
  const calm = account('D', 'Green');
  const gained = account('E', 'Green', { before: 'Grey' });

  it.each([
    [[fell, fell, fell, rose, rose], '3 accounts fell a band, 2 rose', '3社のバンドが下がり、2社が上がりました'],
    [[fell], '1 account fell a band', '1社のバンドが下がりました'],
    [[rose, rose], '2 accounts rose a band', '2社のバンドが上がりました'],
    [[risky, calm], '1 account to look at, no band changed', '要確認 1社（バンドの変化なし）'],
    [[calm], 'All calm: no account at risk, no band changed', 'リスク顧客なし、バンドの変化もありません'],
    [[account('F', 'Grey')], 'None of these accounts has a score yet.', 'スコアの出ている顧客はまだありません。'],
  ])('%#', (accounts, en, ja) => {
    expect(scoreMail(letter(accounts)).subject).toBe(en);
    expect(scoreMail(letter(accounts, { locale: 'ja' })).subject).toBe(ja);
  });

  it('a score that came or went is no rise and no fall, and is told all the same', () => {
    const { subject, text } = scoreMail(letter([gained, account('G', 'Grey', { before: 'Lime' })]));
    expect(subject).toBe('2 accounts scored anew, or no longer');
    expect(text).toContain('[Scored anew, or no longer]\nE: Grey → Green\nG: Lime → Grey');
  });
});

describe('the mail of a CSM', () => {
  const accounts = [
    account('Aoba Foods', 'Red', {
      before: 'Yellow',
      shownScore: '38.2',
      change: -12.64,
      reasons: ['Logins fell to 4 days.', 'No executive met.', 'Two tickets wait.'],
    }),
    account('Kita Print', 'Yellow', { shownScore: '55.5', change: 0.04, reasons: ['Seats stand empty.'] }),
    account('Umi Research', 'Lime', { before: 'Yellow' }),
    account('Yama', 'Green'),
  ];
  const late = [
    { source: 'crm', day: '2026-03-28' },
    { source: 'tickets', day: '' },
  ];

  it('reads so as plain text', () => {
    expect(scoreMail(letter(accounts, { late })).text).toBe(`Your 4 accounts
As of 2026-03-30

## Call first
Aoba Foods | Red 38.2 | −12.6 in 7 days
  - Logins fell to 4 days.
  - No executive met.
  - Two tickets wait.
  https://docs.google.com/spreadsheets/d/health/edit#gid=5&range=A2:Z2
Kita Print | Yellow 55.5 | ±0 in 7 days
  - Seats stand empty.
  https://docs.google.com/spreadsheets/d/health/edit#gid=5&range=A2:Z2

## Bands since 2026-03-23

[Fell]
Aoba Foods: Yellow → Red

[Rose]
Umi Research: Yellow → Lime

## Accounts by band
Green 1 | Lime 1 | Yellow 1 | Red 1 | Grey 0

Data of this day are missing: crm (last 2026-03-28), tickets (never came). What they feed is older.

Open the spreadsheet
https://docs.google.com/spreadsheets/d/health/edit

-- 
This mail comes every Monday to everybody in the Members tab. To stop it, Ops take you out of Members, or set Mail Weekday to Off in Settings.
`);
  });

  it('reads so in Japanese', () => {
    expect(scoreMail(letter(accounts, { late, locale: 'ja' })).text).toBe(`担当 4社
2026-03-30 時点

## まず連絡したい顧客
Aoba Foods | レッド 38.2 | 7日間で −12.6
  - Logins fell to 4 days.
  - No executive met.
  - Two tickets wait.
  https://docs.google.com/spreadsheets/d/health/edit#gid=5&range=A2:Z2
Kita Print | イエロー 55.5 | 7日間で ±0
  - Seats stand empty.
  https://docs.google.com/spreadsheets/d/health/edit#gid=5&range=A2:Z2

## 2026-03-23 からのバンドの変化

[下がった顧客]
Aoba Foods: イエロー → レッド

[上がった顧客]
Umi Research: イエロー → ライム

## バンド別の社数
グリーン 1 | ライム 1 | イエロー 1 | レッド 1 | グレー 0

この日のデータが届いていない取得元：crm（最終 2026-03-28）、tickets（取得実績なし）。関係する数値は古いままです。

スプレッドシートを開く
https://docs.google.com/spreadsheets/d/health/edit

-- 
このメールは毎週月曜日、Members タブの全員に届きます。止めるには、運用担当者が Members から外すか、Settings の Mail Weekday を Off にしてください。
`);
  });

  it('says the same in HTML, with a link to the row of each account', () => {
    const { html } = scoreMail(letter(accounts, { late }));
    const { words, elements } = parsed(html);
    const said = [
      'Your 4 accounts As of 2026-03-30 Call first Aoba Foods Red 38.2 −12.6 in 7 days',
      'Logins fell to 4 days. No executive met. Two tickets wait. Kita Print Yellow 55.5 ±0 in 7 days Seats stand empty.',
      'Bands since 2026-03-23 Fell Aoba Foods Yellow → Red Rose Umi Research Yellow → Lime',
      'Accounts by band Green 1 Lime 1 Yellow 1 Red 1 Grey 0',
      'Data of this day are missing: crm (last 2026-03-28), tickets (never came).',
    ].join(' ');
    expect(squeezed(words)).toContain(said);
    const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href);
    const row = 'https://docs.google.com/spreadsheets/d/health/edit#gid=5&range=A2:Z2';
    expect(links).toEqual([row, row, row, row, 'https://docs.google.com/spreadsheets/d/health/edit']);
  });

  it('is one line where nothing changed and nobody is to be called', () => {
    expect(scoreMail(letter([account('Yama', 'Green')])).text).toBe(`Your 1 account
As of 2026-03-30

All calm: no account at risk, no band changed

Open the spreadsheet
https://docs.google.com/spreadsheets/d/health/edit

-- 
This mail comes every Monday to everybody in the Members tab. To stop it, Ops take you out of Members, or set Mail Weekday to Off in Settings.
`);
  });
});

describe('the mail of a manager', () => {
  it('puts the accounts under who looks after them, in the order of the most urgent', () => {
    const accounts = [
      account('A', 'Red', { owner: 'Ben', reasons: ['One.', 'Two.', 'Three.'] }),
      account('B', 'Red', { owner: 'Aya' }),
      account('C', 'Yellow', { owner: 'Ben' }),
      account('D', 'Yellow', { owner: '' }),
    ];
    const { text } = scoreMail(letter(accounts, { scope: 'team' }));
    const lines = text.split('\n').filter((line) => /^(\[|##|[A-Z] \|)/.test(line));
    expect(lines).toEqual([
      '## Where to step in',
      '[Ben]',
      'A | Red 41.5',
      'C | Yellow 41.5',
      '[Aya]',
      'B | Red 41.5',
      '[no owner]',
      'D | Yellow 41.5',
      '## Accounts by band',
    ]);
    expect(text).toContain("Your team's 4 accounts");
    expect(text).toContain('A | Red 41.5\n  - One.\n  - Two.\n  https:');
  });
});

describe('the mail about the whole portfolio', () => {
  it('is in short: five accounts with one reason each', () => {
    const reasons = ['First.', 'Second.'];
    const { text } = scoreMail(
      letter(
        Array.from({ length: 7 }, (_, at) => account(`A${at}`, 'Red', { reasons })),
        { scope: 'all' },
      ),
    );
    expect(text.match(/First\./g)).toHaveLength(5);
    expect(text).not.toContain('Second.');
    expect(text).toContain('All 7 accounts');
    expect(text).toContain(
      '2 more at risk in the Accounts tab\nhttps://docs.google.com/spreadsheets/d/health/edit#gid=5\n',
    );
  });
});

describe('a mail of any length', () => {
  it.each([0, 1, 10, 200])('about %i accounts stays short', (count) => {
    const accounts = many(count);
    const { text, html } = scoreMail(letter(accounts));
    // A fifth each: Red and Yellow are at risk; of four bands three fell by one, Grey ones are neither.
    const risky = accounts.filter(({ band }) => band === 'Red' || band === 'Yellow').length;
    expect(text.match(/^ {2}- /gm)?.length ?? 0).toBe(Math.min(risky, 10));
    expect(text.includes('more at risk')).toBe(risky > 10);
    expect(text.match(/ → /g)?.length ?? 0).toBeLessThanOrEqual(30);
    // Gmail cuts messages beyond 102 KB.
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    parsed(html);
  });

  it('counts those it does not name', () => {
    const accounts = Array.from({ length: 13 }, (_, at) => account(`A${at}`, 'Lime', { before: 'Green' }));
    const { text } = scoreMail(letter(accounts));
    expect(text).toContain('A9: Green → Lime\nand 3 more\n');
    expect(text).not.toContain('A10:');
    expect(text).toContain('No account in Red or Yellow.');
  });
});

describe('names and reasons of any kind', () => {
  const hostile = '<script>alert(1)</script> & "Söhne" \'GmbH\'\nBcc: x@example.com';
  const long = '株式会社エンタープライズデジタルトランスフォーメーション推進機構ホールディングス東日本支社';

  it('are words, never markup', () => {
    const accounts = [
      account(hostile, 'Red', { before: 'Green', reasons: [hostile], owner: hostile }),
      account(long, 'Yellow'),
    ];
    const { html, text, subject } = scoreMail(
      letter(accounts, { scope: 'team', late: [{ source: '<img src=x>', day: '' }] }),
    );
    const { elements, words } = parsed(html);
    expect(new Set(elements.map(({ name }) => name))).toEqual(
      new Set(['div', 'h1', 'h2', 'h3', 'p', 'a', 'br', 'span', 'b', 'ul', 'li']),
    );
    expect(words.split(hostile).length - 1).toBe(4);
    expect(words).toContain(long);
    expect(text).toContain('<script>alert(1)</script> & "Söhne" \'GmbH\' Bcc: x@example.com | Red 41.5');
    expect(subject).not.toContain('\n');
  });

  it('bring in nothing from elsewhere: inline styles, and addresses of links alone', () => {
    const { elements } = parsed(scoreMail(letter(many(40))).html);
    const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)));
    expect(attributes).toEqual(new Set(['lang', 'style', 'href', 'target', 'rel']));
    for (const { attributes: of } of elements) expect(of.style ?? '').not.toMatch(/url|expression|position|@/);
  });
});

describe('the colours', () => {
  /** Relative luminance (WCAG 2.2). */
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  it('are told apart from what they stand on by 4.5 to 1', () => {
    const { html } = scoreMail(letter(many(10)));
    const { elements } = parsed(html);
    const pairs = elements.flatMap(({ attributes: { style = '' } }) => {
      const color = /(?:^|;)color:(#[0-9a-f]{6})/.exec(style)?.[1];
      const ground = /background:(#[0-9a-f]{6})/.exec(style)?.[1] ?? '#ffffff';
      return color ? [[color, ground] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(20);
    for (const [color, ground] of pairs) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('of a band never stand without its word', () => {
    const { html } = scoreMail(letter(many(10)));
    for (const { band, background } of BAND_COLORS) {
      const chips = html.match(new RegExp(`background:${background}[^>]*>[^<]*`, 'g')) ?? [];
      expect(chips.length).toBeGreaterThan(0);
      for (const chip of chips) expect(chip.split('>')[1]?.trim()).toBe(band);
    }
  });
});
