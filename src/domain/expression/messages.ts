import type { Text } from '../text';

/** What is wrong with an expression; `at` counts characters from 1. Every text says how to mend it. */
export const says = {
  empty: (): Text => ({
    en: "The expression is empty. Write a condition such as plan = 'Pro'.",
    ja: "式が空です。plan = 'Pro' のような条件を入力してください。",
  }),
  long: (limit: number): Text => ({
    en: `The expression is longer than ${limit} characters. Shorten it, for example with in ('a', 'b').`,
    ja: `式が ${limit} 文字を超えています。in ('a', 'b') などを使って短くしてください。`,
  }),
  deep: (at: number, limit: number): Text => ({
    en: `Character ${at}: more than ${limit} levels of parentheses or not. Write it flatter.`,
    ja: `${at} 文字目: 括弧や not の入れ子が ${limit} 段を超えています。入れ子を減らしてください。`,
  }),
  unexpected: (at: number, found: string): Text => ({
    en: `Character ${at}: ${found} is not expected here. Put texts in quotes, a column with spaces in [brackets], and join conditions with and / or.`,
    ja: `${at} 文字目: ここに ${found} は書けません。文字列は引用符で、空白を含む列名は [ ] で囲み、条件は and / or でつないでください。`,
  }),
  incomplete: (at: number): Text => ({
    en: `Character ${at}: something is missing here, such as a column, a number or a text in quotes.`,
    ja: `${at} 文字目: 列名・数値・引用符で囲んだ文字列などが足りません。`,
  }),
  unclosed: (at: number, opened: string): Text => ({
    en: `Character ${at}: ${opened} is never closed.`,
    ja: `${at} 文字目: ${opened} が閉じられていません。`,
  }),
  call: (at: number, name: string): Text => ({
    en: `Character ${at}: ${name}(...) looks like a function; there are none. Compare columns with = != < <= > >= has in.`,
    ja: `${at} 文字目: ${name}(...) のような関数は使えません。列を = != < <= > >= has in で比較してください。`,
  }),
  chained: (at: number): Text => ({
    en: `Character ${at}: comparisons cannot be chained. Write a >= 1 and a < 5.`,
    ja: `${at} 文字目: 比較は続けて書けません。a >= 1 and a < 5 のように書いてください。`,
  }),
  list: (at: number): Text => ({
    en: `Character ${at}: a list stands only to the right of in or has, e.g. plan in ('Pro', 'Team').`,
    ja: `${at} 文字目: リストは in または has の右側にだけ書けます（例: plan in ('Pro', 'Team')）。`,
  }),
  number: (at: number): Text => ({
    en: `Character ${at}: this number is too large.`,
    ja: `${at} 文字目: 数値が大きすぎます。`,
  }),
};
