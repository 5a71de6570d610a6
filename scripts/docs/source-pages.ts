import { type Locale, say, type Text } from '../../src/domain/text';
import { COMMON_OPTIONS, noteOf } from '../../src/sources/option';
import type { SourceDeclaration } from '../../src/sources/source';

const WORDS = {
  title: { en: 'Sources', ja: 'データ取得元' },
  other: { en: '日本語: [sources.ja.md](sources.ja.md)', ja: 'English: [sources.md](sources.md)' },
  lead: {
    en: 'What each kind of source brings, the options of its row in the Sources tab (`name = value`, one a line) and the keys that are entered in the sidebar. This page is written from the declarations by `npm run docs`. How to add a kind: [add-a-source.md](add-a-source.md).',
    ja: '種類ごとに、取り込めるデータ、Sources タブの Options に書ける設定（`名前 = 値` を1行に1件）、サイドバーで入力するキーをまとめています。このページは宣言から `npm run docs` で生成しています。種類の追加方法は [add-a-source.ja.md](add-a-source.ja.md) をご覧ください。',
  },
  keys: {
    en: 'Keys are kept for the person who enters them, among their own properties of the add-on: never in a cell, shown as their last four characters. A run works with the keys of whoever starts it, the daily run with those of whoever switched the schedule on. A new key takes the place of an old one only if the source accepts it.',
    ja: 'キーは入力した本人専用の領域（アドオンのユーザープロパティ）に保存され、セルには残りません。画面に表示するのは末尾4文字だけです。実行には実行した人のキーを、定期実行にはスケジュールをオンにした人のキーを使います。新しいキーは、接続を確認できた場合にだけ古いキーと置き換わります。',
  },
  any: {
    en: 'Brings any dataset: the Field Map says which column is which.',
    ja: 'どのデータセットにも使えます。列の対応は Field Map で指定します。',
  },
  streams: {
    en: '| Dataset | Read from | Key | Only what is new |',
    ja: '| データセット | 取得元 | キー | 差分取得 |',
  },
  whole: { en: 'no, read whole', ja: 'なし（毎回すべて）' },
  by: { en: 'by', ja: 'あり：' },
  options: { en: '| Option | What it does |', ja: '| オプション | 説明 |' },
  credential: { en: 'Keys', ja: 'キー' },
  none: { en: 'none', ja: '不要' },
  common: { en: 'Every kind', ja: '共通' },
} satisfies Record<string, Text>;

/** docs/sources.md and docs/sources.ja.md: what the declarations say, for people. */
export function sourcePage(sources: readonly SourceDeclaration[], locale: Locale): string {
  const word = (name: keyof typeof WORDS): string => say(WORDS[name], locale);
  const optionRows = (options: SourceDeclaration['options']): string[] => [
    ...[word('options'), '| --- | --- |'],
    ...options.map(({ name, note }) => `| \`${name}\` | ${cell(say(noteOf(note), locale))} |`),
  ];
  const parts = sources.map(({ kind, options, credential, streams }) => {
    const brings =
      streams === null
        ? [word('any')]
        : [
            ...[word('streams'), '| --- | --- | --- | --- |'],
            ...streams.map(({ dataset, from, key, cursor }) => {
              const news = cursor === null ? word('whole') : `${word('by')}${locale === 'en' ? ' ' : ''}\`${cursor}\``;
              return `| ${dataset} | ${cell(from)} | ${cell(key)} | ${news} |`;
            }),
          ];
    const keys = credential.map(
      ({ name, label }) => `${say(noteOf(label), locale)}${name === '' ? '' : ` (\`${name}\`)`}`,
    );
    return [
      `## ${kind}`,
      '',
      ...brings,
      '',
      ...(options.length > 0 ? [...optionRows(options), ''] : []),
      `${word('credential')}: ${keys.length > 0 ? keys.join(', ') : word('none')}`,
    ].join('\n');
  });
  const common = [`## ${word('common')}`, '', ...optionRows(COMMON_OPTIONS)].join('\n');
  const head = [`# ${word('title')}`, word('other'), word('lead'), word('keys')];
  return `${[...head, ...parts, common].join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
