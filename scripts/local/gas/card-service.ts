import type { CoreHost } from './core-host';
import { refuseArguments } from './signature';

type Json = Record<string, unknown>;

/** Most widgets and most sections of a card. Source: Google Workspace add-ons, "Restrictions". */
const MOST = 100;

/**
 * `CardService`: builders that hold what Card.printJson prints (Google Chat API, Card). A widget is copied when it is added:
 * what is set on it afterwards does not reach the card. Source: Apps Script reference, Card Service.
 */
export function createCardService(host: CoreHost): object {
  const behind = new WeakMap<object, { readonly kind: string; readonly json: Json }>();

  /** A builder whose `setters` put a text or flag under a name, and whose `takes` put what another builder holds. */
  const builder = (
    kind: string,
    setters: Readonly<Record<string, readonly [name: string, type: 'string' | 'boolean']>>,
    takes: Readonly<Record<string, (json: Json, given: Json, kind: string) => boolean>> = {},
    json: Json = {},
    more: Json = {},
  ): object => {
    const members: Json = {};
    for (const [method, [name, type]] of Object.entries(setters)) {
      members[method] = (...args: unknown[]) => {
        if (args.length !== 1 || typeof args[0] !== type) {
          return refuseArguments(host, `CardService.${kind}.${method}`, args);
        }
        json[name] = args[0];
        return face;
      };
    }
    for (const [method, put] of Object.entries(takes)) {
      members[method] = (given: unknown) => {
        const held = typeof given === 'object' && given !== null ? behind.get(given) : undefined;
        if (!held || !put(json, JSON.parse(JSON.stringify(held.json)) as Json, held.kind)) {
          return refuseArguments(host, `CardService.${kind}.${method}`, [given]);
        }
        return face;
      };
    }
    const face: object = host.strict(kind, { ...members, ...more });
    behind.set(face, { kind, json });
    return face;
  };
  const add = (json: Json, name: string, item: Json): true => {
    json[name] = [...((json[name] as Json[] | undefined) ?? []), item];
    return true;
  };
  /** The field of a widget in a section, by the builder it was made with. */
  const WIDGETS: Readonly<Record<string, string>> = {
    TextParagraph: 'textParagraph',
    DecoratedText: 'decoratedText',
    ButtonSet: 'buttonList',
    Divider: 'divider',
  };
  return host.strict('CardService', {
    newCardHeader: () => builder('CardHeader', { setTitle: ['title', 'string'], setSubtitle: ['subtitle', 'string'] }),
    newTextParagraph: () => builder('TextParagraph', { setText: ['text', 'string'] }),
    newDivider: () => builder('Divider', {}),
    newDecoratedText: () =>
      builder('DecoratedText', {
        setText: ['text', 'string'],
        setTopLabel: ['topLabel', 'string'],
        setBottomLabel: ['bottomLabel', 'string'],
        setWrapText: ['wrapText', 'boolean'],
      }),
    newOpenLink: () => builder('OpenLink', { setUrl: ['url', 'string'] }),
    newTextButton: () =>
      builder(
        'TextButton',
        { setText: ['text', 'string'] },
        {
          setOpenLink: (json, given, kind) => {
            json.onClick = { openLink: given };
            return kind === 'OpenLink';
          },
        },
      ),
    newButtonSet: () =>
      builder(
        'ButtonSet',
        {},
        { addButton: (json, given, kind) => kind === 'TextButton' && add(json, 'buttons', given) },
      ),
    newCardSection: () =>
      builder(
        'CardSection',
        { setHeader: ['header', 'string'], setCollapsible: ['collapsible', 'boolean'] },
        {
          addWidget: (json, given, kind) =>
            WIDGETS[kind] !== undefined && add(json, 'widgets', { [WIDGETS[kind] as string]: given }),
        },
      ),
    newCardBuilder: () => {
      const json: Json = {};
      return builder(
        'CardBuilder',
        {},
        {
          setHeader: (card, given, kind) => {
            card.header = given;
            return kind === 'CardHeader';
          },
          addSection: (card, given, kind) => kind === 'CardSection' && add(card, 'sections', given),
        },
        json,
        { build: () => cardOf(host, json) },
      );
    },
  });
}

/** A built card. One without a section, with an empty section or with too much in it is refused. */
function cardOf(host: CoreHost, json: Json): object {
  const sections = (json.sections as { widgets?: Json[] }[] | undefined) ?? [];
  const widgets = sections.reduce((sum, section) => sum + (section.widgets?.length ?? 0), 0);
  if (sections.length === 0) host.fail('A card must have at least one section.');
  if (sections.some((section) => !section.widgets)) host.fail('A card section must have at least one widget.');
  if (sections.length > MOST || widgets > MOST) host.fail(`A card may hold ${MOST} sections and ${MOST} widgets.`);
  return host.strict('Card', { printJson: () => JSON.stringify(json) });
}
