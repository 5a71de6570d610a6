import * as take from './arguments';
import { type Context, makeFace, notImplemented } from './context';

/** A text that leads somewhere as a whole. Styles, and links of a part of it, are not built here. */
export interface RichText {
  readonly text: string;
  readonly link: string | null;
}

/** Source: Apps Script reference, RichTextValue. */
export function makeRichText(context: Context, value: RichText): object {
  return makeFace(
    context,
    'RichTextValue',
    {
      copy: take.method(context, 'RichTextValue.copy', [], () => makeRichTextBuilder(context, value)),
      getText: take.method(context, 'RichTextValue.getText', [], () => value.text),
      getLinkUrl: ofWhole(
        context,
        'RichTextValue.getLinkUrl',
        2,
        take.method(context, 'RichTextValue.getLinkUrl', [], () => value.link),
      ),
    },
    value,
  );
}

/**
 * Source: Apps Script reference, RichTextValueBuilder. The text comes first ("when creating a new Rich Text value, this
 * should be called before"); what becomes of a link when the text is set again is not documented. Building leaves nothing to
 * the service, so it is no call of it.
 */
export function makeRichTextBuilder(context: Context, from: RichText | null): object {
  let text = from?.text ?? null;
  let link = from?.link ?? null;
  const builder = makeFace(
    context,
    'RichTextValueBuilder',
    {
      setText: take.method(context, 'RichTextValueBuilder.setText', [take.text], (to): object => {
        if (link !== null) notImplemented(context, 'RichTextValueBuilder.setText after setLinkUrl');
        if (to === '') notImplemented(context, 'RichTextValueBuilder.setText of no text');
        text = to;
        return builder;
      }),
      setLinkUrl: ofWhole(
        context,
        'RichTextValueBuilder.setLinkUrl',
        3,
        take.method(context, 'RichTextValueBuilder.setLinkUrl', [take.nullable(take.text)], (to): object => {
          if (text === null) notImplemented(context, 'RichTextValueBuilder.setLinkUrl before setText');
          link = to;
          return builder;
        }),
      ),
      build: take.method(context, 'RichTextValueBuilder.build', [], () => {
        if (text === null) return notImplemented(context, 'RichTextValueBuilder.build without a text');
        return makeRichText(context, { text, link });
      }),
    },
    null,
  );
  return builder;
}

/** A method whose other form, with offsets, is for a part of the text. */
function ofWhole(
  context: Context,
  name: string,
  partly: number,
  method: (...args: unknown[]) => unknown,
): (...args: unknown[]) => unknown {
  return (...args) => (args.length === partly ? notImplemented(context, `${name} of a part`) : method(...args));
}
