import type { Random } from './random';

/** A made-up company: nobody trades under these names as far as their author knows, and every domain is reserved. */
export interface Company {
  readonly name: string;
  readonly domain: string;
  readonly industry: string;
  readonly japanese: boolean;
}

const PLACES: readonly (readonly [string, string])[] = [
  ['青葉', 'aoba'],
  ['星川', 'hoshikawa'],
  ['霧島台', 'kirishimadai'],
  ['白樺', 'shirakaba'],
  ['汐見', 'shiomi'],
  ['若竹', 'wakatake'],
  ['朝凪', 'asanagi'],
  ['みどり野', 'midorino'],
  ['雲雀', 'hibari'],
  ['月島灯', 'tsukishimato'],
  ['千早', 'chihaya'],
  ['桐生原', 'kiryuhara'],
  ['帆波', 'honami'],
  ['椿山手', 'tsubakiyamate'],
  ['あさひな', 'asahina'],
  ['銀杏坂', 'ichozaka'],
  ['南風', 'minamikaze'],
  ['柊', 'hiiragi'],
  ['音羽台', 'otowadai'],
  ['くすのき', 'kusunoki'],
  ['三葉', 'mitsuba'],
  ['風見', 'kazami'],
  ['瑞穂原', 'mizuhohara'],
  ['灯台', 'todai'],
  ['こだま', 'kodama'],
  ['北斗野', 'hokutono'],
  ['鶴瀬', 'tsuruse'],
  ['葵坂', 'aoizaka'],
  ['虹ヶ丘', 'nijigaoka'],
  ['澄川', 'sumikawa'],
  ['萌木', 'moegi'],
  ['七海', 'nanami'],
];

const TRADES: readonly (readonly [string, string, string])[] = [
  ['精機', 'seiki', 'Manufacturing'],
  ['化成', 'kasei', 'Manufacturing'],
  ['工業', 'kogyo', 'Manufacturing'],
  ['電子', 'denshi', 'Manufacturing'],
  ['運輸', 'unyu', 'Logistics'],
  ['ロジスティクス', 'logi', 'Logistics'],
  ['食品', 'foods', 'Food'],
  ['製菓', 'seika', 'Food'],
  ['システムズ', 'systems', 'Software'],
  ['ソフト', 'soft', 'Software'],
  ['データサービス', 'data', 'Software'],
  ['建設', 'kensetsu', 'Construction'],
  ['ホーム', 'home', 'Construction'],
  ['商事', 'shoji', 'Wholesale'],
  ['物産', 'bussan', 'Wholesale'],
  ['人材', 'jinzai', 'Staffing'],
  ['総合研究所', 'souken', 'Professional services'],
  ['アカウンティング', 'accounting', 'Professional services'],
  ['薬局', 'yakkyoku', 'Healthcare'],
  ['メディカル', 'medical', 'Healthcare'],
  ['不動産', 'fudosan', 'Real estate'],
  ['書店', 'shoten', 'Retail'],
  ['百貨', 'hyakka', 'Retail'],
];

const FORMS: readonly ((name: string) => string)[] = [
  (name) => `株式会社${name}`,
  (name) => `株式会社${name}`,
  (name) => `株式会社${name}`,
  (name) => `${name}株式会社`,
  (name) => `${name}株式会社`,
  (name) => `${name}合同会社`,
  (name) => `有限会社${name}`,
  (name) => `株式会社${name}ホールディングス`,
];

/** Names that do not come from the tables: long ones, ones with punctuation that a CSV must quote. */
const NAMED: readonly Company[] = [
  japanese('株式会社ヒューマンリソース・コンサルティング・アンド・パートナーズ東日本', 'hrcp-east', 'Staffing'),
  japanese('一般社団法人全国こども食堂支援ネットワーク推進協議会', 'kodomo-shokudo-net', 'Non-profit'),
  japanese('学校法人萌黄学園　もえぎ情報デザイン専門学校', 'moegi-gakuen', 'Education'),
  japanese('医療法人社団　ひだまり会', 'hidamari-kai', 'Healthcare'),
  japanese('農業生産法人いろは谷ファーム株式会社', 'irohadani-farm', 'Food'),
  japanese('ぽかぽかデイサービス合同会社', 'pokapoka-day', 'Healthcare'),
  japanese('株式会社１０７８（いちまるななはち）', 'ichimaru-1078', 'Software'),
  japanese('蔵元　山あかり酒造有限会社', 'yamaakari', 'Food'),
  english('Brightwater, Finch & Sons Ltd.', 'brightwater-finch', 'Professional services'),
  english('The "Kitchen Table" Foods Company', 'kitchen-table', 'Food'),
  english('Association for Open Coastal Infrastructure and Harbour Logistics (AOCIHL)', 'aocihl', 'Non-profit'),
  english("O'Dell Quarry Works", 'odell-quarry', 'Manufacturing'),
];

const FIRST_WORDS = [
  'Lanternfield',
  'Northquay',
  'Bluefern',
  'Copperleaf',
  'Marlowe',
  'Tidewick',
  'Ashgrove',
  'Juniper Row',
  'Halcyon Bay',
  'Redkite',
  'Stonebridge East',
  'Wrenhaven',
  'Larkspur',
  'Mossvale',
  'Pinecrest Nine',
  'Orchard & Vine',
  'Silverthread',
  'Thornbury',
  'Quillon',
  'Everlode',
] as const;

const SECOND_WORDS: readonly (readonly [string, string])[] = [
  ['Analytics', 'Software'],
  ['Robotics', 'Manufacturing'],
  ['Freight', 'Logistics'],
  ['Health', 'Healthcare'],
  ['Learning', 'Education'],
  ['Retail Group', 'Retail'],
  ['Instruments', 'Manufacturing'],
  ['Labs', 'Software'],
  ['Property', 'Real estate'],
  ['Advisory', 'Professional services'],
];

const SUFFIXES = ['Inc.', 'K.K.', 'Ltd.', 'Japan K.K.', 'GmbH', ''] as const;

/** So many different companies, about two in three with a Japanese name. */
export function companies(count: number, chance: Random): Company[] {
  const fromPlaces = PLACES.flatMap(([place, placeSlug]) =>
    TRADES.map(([trade, tradeSlug, industry]) =>
      japanese(chance.pick(FORMS)(place + trade), `${placeSlug}-${tradeSlug}`, industry),
    ),
  );
  const fromWords = FIRST_WORDS.flatMap((first) =>
    SECOND_WORDS.map(([second, industry]) => {
      const name = `${first} ${second} ${chance.pick(SUFFIXES)}`.trim();
      return english(name, `${first} ${second}`.toLowerCase().replace(/[^a-z]+/g, '-'), industry);
    }),
  );
  const englishCount = Math.round(count * 0.3);
  return chance.shuffled([
    ...NAMED,
    ...chance.shuffled(fromWords).slice(0, englishCount),
    ...chance.shuffled(fromPlaces).slice(0, count - englishCount - NAMED.length),
  ]);
}

function japanese(name: string, slug: string, industry: string): Company {
  return { name, domain: `${slug}.example.com`, industry, japanese: true };
}

function english(name: string, slug: string, industry: string): Company {
  return { name, domain: `${slug}.example.com`, industry, japanese: false };
}
