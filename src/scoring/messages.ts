import type { Band } from '../domain/config/config';
import { same, type Text } from '../domain/text';

/** Japanese names of the bands. */
const BANDS_JA: Readonly<Record<Band, string>> = {
  Green: 'グリーン',
  Lime: 'ライム',
  Yellow: 'イエロー',
  Red: 'レッド',
  Grey: 'グレー',
};

/** Up to this many names are listed before `and more`. */
const LISTED = 3;

function list(names: readonly Text[]): Text {
  const more = names.length > LISTED;
  const shown = names.slice(0, LISTED);
  return {
    en: shown.map(({ en }) => en).join(', ') + (more ? ` and ${names.length - LISTED} more` : ''),
    ja: shown.map(({ ja }) => `「${ja}」`).join('') + (more ? `ほか${names.length - LISTED}件` : ''),
  };
}

/** Joins parts of one sentence. */
function glue(...parts: readonly Text[]): Text {
  return { en: parts.map(({ en }) => en).join(''), ja: parts.map(({ ja }) => ja).join('') };
}

const NONE = same('');

/** How long ago, as people say it. */
function ago(days: number): Text {
  if (days === 1) return { en: 'yesterday', ja: '前日' };
  if (days === 7) return { en: 'a week ago', ja: '先週' };
  return { en: `${days} days ago`, ja: `${days}日前` };
}

function since(days: number): Text {
  if (days === 1) return { en: 'since yesterday', ja: '前日から' };
  if (days === 7) return { en: 'since last week', ja: '先週から' };
  return { en: `in ${days} days`, ja: `${days}日間で` };
}

/** A number of points in an English sentence. */
function count(points: string): string {
  return points === '1' ? '1 point' : `${points} points`;
}

/** What the reading was, beside what it is. */
export interface Trend {
  readonly was: Text;
  readonly days: number;
  readonly rose: boolean;
  /** It earned more points then. */
  readonly worse: boolean;
}

/** Everything a sentence about a metric may say. */
export interface Standing {
  readonly name: Text;
  readonly reading: Text;
  /** `at 10`; null where it is met, or the curve asks for nothing in particular. */
  readonly expected: Text | null;
  /** The reading earns the most points there are. */
  readonly best: boolean;
  /** Whether what is expected earns full points, or only the most there is. */
  readonly full: boolean;
  readonly points: string;
  readonly trend: Trend | null;
  /** Day of the newest data where they are older than they should be, '' else. */
  readonly staleSince: string;
}

function trendOf(trend: Trend | null): Text {
  if (!trend) return NONE;
  const { was, rose, days } = trend;
  return {
    en: `, ${rose ? 'up' : 'down'} from ${was.en} ${ago(days).en}`,
    ja: `（${ago(days).ja}の${was.ja}から${rose ? '増加' : '減少'}）`,
  };
}

/** Where most points are earned, in brackets; nothing where they are. */
function target(expected: Text | null, full: boolean): Text {
  if (!expected) return NONE;
  return {
    en: ` (${full ? 'full points' : 'best'} ${expected.en})`,
    ja: `（${full ? '満点' : '最高点'}の目安は${expected.ja}）`,
  };
}

function staleness(day: string): Text {
  return day ? { en: ` as of ${day}`, ja: `（${day}時点）` } : NONE;
}

export const says = {
  notScoredWithoutData: (): Text => ({
    en: 'Not scored: there is no data for this account yet.',
    ja: 'この顧客のデータがまだないため、スコアを出していません。',
  }),

  notScored: (percent: string, minimum: string, missing: readonly Text[]): Text =>
    glue(
      {
        en: `Not scored: data for only ${percent}% of the weight, ${minimum}% is needed.`,
        ja: `データがそろわないため、スコアを出していません（配点の${percent}%分のみ。${minimum}%以上が必要です）。`,
      },
      missing.length > 0
        ? { en: ` Missing: ${list(missing).en}.`, ja: `不足しているのは${list(missing).ja}です。` }
        : NONE,
    ),

  wasScored: (score: string, band: Band, days: number): Text => ({
    en: `It was ${score} (${band}) ${ago(days).en}.`,
    ja: `${ago(days).ja}は${score}点（${BANDS_JA[band]}）でした。`,
  }),

  nowScored: (score: string, days: number): Text => ({
    en: `Now scored, at ${score}: ${ago(days).en} there was too little data.`,
    ja: `${ago(days).ja}はデータ不足でしたが、今回は${score}点と算出できました。`,
  }),

  capped: (reason: Text, held: string, without: string): Text => ({
    en: `${reason.en}: the score is held at ${held} (${without} without the cap).`,
    ja: `${reason.ja}（スコアは上限の${held}点、上限がなければ${without}点）。`,
  }),

  changed: (points: string, rose: boolean, days: number, cause: Text): Text => ({
    en: `${rose ? 'Up' : 'Down'} ${count(points)} ${since(days).en}, ${cause.en}.`,
    ja: `${since(days).ja}${points}点${rose ? '上がりました' : '下がりました'}。${cause.ja}。`,
  }),

  causeReading: (name: Text, was: Text, is: Text): Text => ({
    en: `mostly due to ${name.en} (from ${was.en} to ${is.en})`,
    ja: `主な要因は「${name.ja}」です（${was.ja}→${is.ja}）`,
  }),

  causeArrived: (name: Text): Text => ({
    en: `mostly because data for ${name.en} came in`,
    ja: `主な要因は「${name.ja}」のデータが入ったことです`,
  }),

  causeLeft: (name: Text): Text => ({
    en: `mostly because there is no data for ${name.en} any more`,
    ja: `主な要因は「${name.ja}」のデータがなくなったことです`,
  }),

  causeShare: (): Text => ({
    en: 'mostly because the data available changed',
    ja: '主な要因は、そろっているデータが変わったことです',
  }),

  causeSegment: (segment: Text): Text => ({
    en: `mostly because the account is now in segment ${segment.en}`,
    ja: `主な要因は、セグメントが「${segment.ja}」に変わったことです`,
  }),

  causeConfig: (): Text => ({
    en: 'mostly because the scoring settings changed, not the customer',
    ja: '主な要因はスコア設定の変更で、顧客側の変化ではありません',
  }),

  causeCap: (rose: boolean): Text => ({
    en: rose ? 'mostly because a cap was lifted or eased' : 'mostly because a cap holds the score',
    ja: rose ? '主な要因は、スコアの上限が外れた（緩んだ）ことです' : '主な要因は、スコアに上限がかかったことです',
  }),

  loss: ({ name, reading, expected, full, points, trend, staleSince }: Standing): Text => {
    const now = glue(reading, staleness(staleSince), trendOf(trend));
    const best = target(expected, full);
    return {
      en: `${name.en}: ${now.en}${best.en}; costs ${count(points)}.`,
      ja: `「${name.ja}」は${now.ja}で、${points}点の減点です${best.ja}。`,
    };
  },

  lossWithoutReading: (name: Text, counted: string, points: string): Text => ({
    en: `${name.en}: no data, counted as ${counted} out of 100; costs ${count(points)}.`,
    ja: `「${name.ja}」はデータがなく100点中${counted}点として扱っているため、${points}点の減点です。`,
  }),

  gain: ({ name, reading, expected, best, full, points, trend, staleSince }: Standing): Text => {
    const now = glue(reading, staleness(staleSince), trendOf(trend));
    const well = trend?.worse
      ? { en: ' but still good', ja: 'ですが引き続き良好で' }
      : { en: ', going well', ja: 'と良好で' };
    if (best)
      return {
        en: `${name.en}: ${now.en}${well.en}; adds ${full ? `all ${count(points)}` : `${count(points)}, the most it can`}.`,
        ja: `「${name.ja}」は${now.ja}${well.ja}、${full ? '満点' : '最高点'}の${points}点を得ています。`,
      };
    const most = target(expected, full);
    return {
      en: `${name.en}: ${now.en}${well.en}${most.en}; adds ${count(points)}.`,
      ja: `「${name.ja}」は${now.ja}${well.ja}、${points}点の加点です${most.ja}。`,
    };
  },

  /** Where most points are, after `full points` or `best`; `below` where the reading itself earns less. */
  at: (reading: Text, below: boolean): Text =>
    below ? { en: `below ${reading.en}`, ja: `${reading.ja}未満` } : { en: `at ${reading.en}`, ja: reading.ja },

  between: (from: string, to: Text, below: boolean): Text =>
    below
      ? { en: `from ${from} to below ${to.en}`, ja: `${from}以上${to.ja}未満` }
      : { en: `from ${from} to ${to.en}`, ja: `${from}〜${to.ja}` },

  disagreement: (pulse: string, pulseBand: Band, band: Band): Text => ({
    en: `The pulse (${pulse}) says ${pulseBand}, the score says ${band}: worth a second look.`,
    ja: `担当者のパルス（${pulse}）は${BANDS_JA[pulseBand]}、スコアは${BANDS_JA[band]}と食い違っています。確認してみてください。`,
  }),

  unknownSegment: (): Text => ({
    en: 'No segment of the Segments tab has this name; the last one was used. Correct the name or add the segment.',
    ja: 'Segments タブにこの名前のセグメントがないため、最後のセグメントとして扱いました。名前を直すか、セグメントを追加してください。',
  }),
};

/*
 * What a what-if says. These stand apart: the sidebar says them too, and takes nothing else along.
 */

export const earnsInstead = (name: Text | null, points: string, more: boolean): Text =>
  name
    ? {
        en: `${name.en} earns ${count(points)} ${more ? 'more' : 'less'}`,
        ja: `「${name.ja}」の得点が${points}点${more ? '増えます' : '減ります'}`,
      }
    : {
        en: more ? `a cap takes ${count(points)} less` : `a cap takes ${count(points)}`,
        ja: more ? `上限による減点が${points}点小さくなります` : `上限により${points}点下がります`,
      };

export const skewed = (band: Band, percent: string, limit: string): Text => ({
  en: `${percent}% of the scored accounts are ${band} (more than ${limit}%): the colour hardly tells them apart.`,
  ja: `スコアのある顧客の${percent}%が${BANDS_JA[band]}に偏っており（目安は${limit}%以下）、色で見分けにくくなっています。`,
});

export const mostlyGrey = (percent: string, limit: string): Text => ({
  en: `${percent}% of the accounts are not scored (more than ${limit}%): the metrics ask for data that is not there.`,
  ja: `顧客の${percent}%でスコアを出せていません（目安は${limit}%以下）。データがそろう指標を見直してください。`,
});
