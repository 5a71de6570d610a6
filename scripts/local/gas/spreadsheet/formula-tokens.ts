/** A piece of a formula. References keep their text, so that a formula can be put together again. */
export interface FormulaToken {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'error' | 'operator' | 'space';
  readonly text: string;
}

const TOKEN =
  /(\s+)|("(?:[^"]|"")*")|((?:(?:'(?:[^']|'')+'|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff.]*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\w(])|(?:(?:'(?:[^']|'')+'|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff.]*)!)?\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(]))|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff.]*)|(#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|ERROR!))|(<>|<=|>=|[-+*/^&=<>(),;%{}:#!?])/gy;

/** Cuts a formula (with or without its `=`) into tokens; null when it cannot be read. */
export function formulaTokens(formula: string): FormulaToken[] | null {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  const tokens: FormulaToken[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < text.length; end = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [whole, space, string, reference, number, name, error] = match;
    const kind = space
      ? 'space'
      : string
        ? 'text'
        : reference
          ? 'reference'
          : number
            ? 'number'
            : name
              ? 'name'
              : error
                ? 'error'
                : 'operator';
    tokens.push({ kind, text: whole });
  }
  return tokens;
}
