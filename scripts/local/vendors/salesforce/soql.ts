/** The part of SOQL that the stand-in understands (Salesforce, SOQL and SOSL Reference). */
export interface Soql {
  /** Paths of fields; `COUNT()` alone where only the number is asked for. */
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: Condition | null;
  readonly order: readonly { readonly path: string; readonly descending: boolean }[];
  readonly limit: number | null;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly path: string; readonly operator: string; readonly value: Literal | readonly Literal[] };

export type Literal = string | number | boolean | null | { readonly instant: string };

/** What is wrong with a query, as the vendor names it. */
export class SoqlError extends Error {
  constructor(
    readonly errorCode: 'MALFORMED_QUERY' | 'INVALID_FIELD' | 'INVALID_TYPE',
    message: string,
  ) {
    super(message);
  }
}

const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*')|(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d))|(\d{4}-\d\d-\d\d)|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<=|>=|!=|<>|[=<>(),]))/y;

interface Token {
  readonly kind: 'text' | 'instant' | 'day' | 'number' | 'word' | 'sign';
  readonly text: string;
}

/** Reads a query. Throws SoqlError. */
export function parseSoql(source: string): Soql {
  const tokens = tokensOf(source);
  let at = 0;
  const fail = (): never => {
    throw new SoqlError('MALFORMED_QUERY', `unexpected token: '${tokens[at]?.text ?? '<EOF>'}'`);
  };
  const isWord = (word: string): boolean =>
    tokens[at]?.kind === 'word' && tokens[at]?.text.toUpperCase() === word.toUpperCase();
  const isSign = (sign: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]?.text === sign;
  const take = (): Token => tokens[at++] ?? fail();
  const word = (): string => (tokens[at]?.kind === 'word' ? take().text : fail());
  const expect = (keyword: string): void => void (isWord(keyword) ? take() : fail());
  const sign = (text: string): void => void (isSign(text) ? take() : fail());

  const literal = (): Literal => {
    const { kind, text } = take();
    if (kind === 'text') return unescaped(text.slice(1, -1));
    if (kind === 'number') return Number(text);
    if (kind === 'instant' || kind === 'day') return { instant: text };
    if (kind === 'word' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    if (kind === 'word' && /^null$/i.test(text)) return null;
    at -= 1;
    return fail();
  };
  const comparison = (): Condition => {
    if (isWord('NOT')) {
      take();
      return { not: comparison() };
    }
    if (isSign('(')) {
      take();
      const inner = condition();
      sign(')');
      return inner;
    }
    const path = word();
    if (isWord('IN') || isWord('NOT')) {
      const negative = isWord('NOT');
      if (negative) take();
      expect('IN');
      sign('(');
      const values = [literal()];
      while (isSign(',')) {
        take();
        values.push(literal());
      }
      sign(')');
      const inside: Condition = { path, operator: 'IN', value: values };
      return negative ? { not: inside } : inside;
    }
    const { kind, text } = take();
    const operator = kind === 'word' && /^like$/i.test(text) ? 'LIKE' : text;
    if (kind !== 'sign' && operator !== 'LIKE') {
      at -= 1;
      fail();
    }
    return { path, operator: operator === '<>' ? '!=' : operator, value: literal() };
  };
  const condition = (): Condition => {
    const first = comparison();
    const joint = isWord('AND') ? 'AND' : isWord('OR') ? 'OR' : null;
    if (joint === null) return first;
    const parts = [first];
    while (isWord(joint)) {
      take();
      parts.push(comparison());
    }
    // AND and OR side by side need brackets.
    if (isWord('AND') || isWord('OR')) fail();
    return joint === 'AND' ? { all: parts } : { any: parts };
  };

  expect('SELECT');
  const fields: string[] = [];
  do {
    if (fields.length > 0) take();
    const name = word();
    if (/^count$/i.test(name) && isSign('(')) {
      take();
      sign(')');
      fields.push('COUNT()');
    } else fields.push(name);
  } while (isSign(','));
  expect('FROM');
  const object = word();
  let where: Condition | null = null;
  if (isWord('WHERE')) {
    take();
    where = condition();
  }
  const order: { path: string; descending: boolean }[] = [];
  if (isWord('ORDER')) {
    take();
    expect('BY');
    do {
      if (order.length > 0) take();
      const path = word();
      const descending = isWord('DESC');
      if (descending || isWord('ASC')) take();
      order.push({ path, descending });
    } while (isSign(','));
  }
  let limit: number | null = null;
  if (isWord('LIMIT')) {
    take();
    limit = Number(take().text);
  }
  if (at < tokens.length) fail();
  return { fields, object, where, order, limit };
}

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = source.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new SoqlError('MALFORMED_QUERY', `unexpected char: '${text[from]}'`);
    const kinds = ['text', 'instant', 'day', 'number', 'word', 'sign'] as const;
    const at = kinds.findIndex((_, index) => match[index + 1] !== undefined);
    tokens.push({ kind: kinds[at] as Token['kind'], text: match[at + 1] as string });
  }
  return tokens;
}

/** Escapes within quotes; any other backslash is an error (SOQL reference, Quoted String Escape Sequences). */
function unescaped(text: string): string {
  return text.replace(/\\(u[\da-fA-F]{4}|.)/g, (_, code: string) => {
    const known: Record<string, string> = {
      n: '\n',
      r: '\r',
      t: '\t',
      b: '\b',
      f: '\f',
      '"': '"',
      "'": "'",
      '\\': '\\',
    };
    if (code.startsWith('u')) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    const character = known[code];
    if (character === undefined) throw new SoqlError('MALFORMED_QUERY', `Illegal character escape: \\${code}`);
    return character;
  });
}
