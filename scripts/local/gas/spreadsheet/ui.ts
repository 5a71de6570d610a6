import * as take from './arguments';
import { type Context, chargeLocal, makeFace } from './context';
import { LOCAL, SCREEN } from './costs';
import { permitScreen } from './permit';
import type { ButtonName, MenuItem, MenuRecord } from './state';

/** The screen of the open file. Source: Apps Script reference, Ui. */
export function makeUi(context: Context): object {
  const { ui } = context.state;
  const buttonSet = take.enumeration('ButtonSet');
  const box = [take.text, take.optional(take.either(buttonSetKind, take.text)), take.optional(buttonSet)] as const;
  /** `(text)`, `(text, buttons)` or `(title, text, buttons)`. */
  const read = (first: string, second: { readonly set: string } | string | undefined, third: string | undefined) =>
    typeof second === 'string'
      ? { title: first, text: second, buttons: third ?? 'OK' }
      : { title: '', text: first, buttons: second?.set ?? 'OK' };
  const answer = (buttons: string) => ui.answers.shift() ?? { button: unanswered(buttons) };
  return makeFace(
    context,
    'Ui',
    {
      Button: context.enums.ui.Button,
      ButtonSet: context.enums.ui.ButtonSet,
      alert: take.method(context, 'Ui.alert', box, (...given) => {
        chargeLocal(context, 'Ui.alert', SCREEN);
        interactive(context, 'Ui.alert');
        const shown = read(...given);
        ui.alerts.push(shown);
        return context.enums.ui.Button[answer(shown.buttons).button];
      }),
      prompt: take.method(context, 'Ui.prompt', box, (...given) => {
        chargeLocal(context, 'Ui.prompt', SCREEN);
        interactive(context, 'Ui.prompt');
        const shown = read(...given);
        ui.prompts.push(shown);
        const { button, text = '' } = answer(shown.buttons);
        return makeFace(
          context,
          'PromptResponse',
          {
            getSelectedButton: take.method(
              context,
              'PromptResponse.getSelectedButton',
              [],
              () => context.enums.ui.Button[button],
            ),
            getResponseText: take.method(context, 'PromptResponse.getResponseText', [], () => text),
          },
          null,
        );
      }),
      showSidebar: take.method(context, 'Ui.showSidebar', [OUTPUT], (output) => {
        chargeLocal(context, 'Ui.showSidebar', SCREEN);
        permitScreen(context, 'Ui.showSidebar');
        ui.sidebars.push({ output });
      }),
      showModalDialog: take.method(context, 'Ui.showModalDialog', [OUTPUT, take.text], (output, title) => {
        chargeLocal(context, 'Ui.showModalDialog', SCREEN);
        permitScreen(context, 'Ui.showModalDialog');
        ui.dialogs.push({ output, title, modal: true });
      }),
      showModelessDialog: take.method(context, 'Ui.showModelessDialog', [OUTPUT, take.text], (output, title) => {
        chargeLocal(context, 'Ui.showModelessDialog', SCREEN);
        permitScreen(context, 'Ui.showModelessDialog');
        ui.dialogs.push({ output, title, modal: false });
      }),
      createMenu: take.method(context, 'Ui.createMenu', [take.text], (caption) => makeMenu(context, caption, false)),
      createAddonMenu: take.method(context, 'Ui.createAddonMenu', [], () => makeMenu(context, 'Extensions', true)),
    },
    null,
  );
}

/** Told apart from text by being wrapped. */
const buttonSetKind: take.Kind<{ readonly set: string }> = {
  optional: false,
  read: (value, context) => {
    const set = take.enumeration('ButtonSet').read(value, context);
    return typeof set === 'string' ? { set } : set;
  },
};

/** An HtmlOutput. */
const OUTPUT: take.Kind<object> = {
  optional: false,
  read: (value, context) => (typeof value === 'object' && value !== null ? value : take.fields.read(value, context)),
};

/** A person who gives no answer presses a lone OK, and closes any other box. */
function unanswered(buttons: string): ButtonName {
  return buttons === 'OK' ? 'OK' : 'CLOSE';
}

/** Boxes that wait for a person need one who may be asked: not a simple trigger. */
function interactive(context: Context, call: string): void {
  if (context.host.entry === 'simple-trigger') permitScreen(context, call);
}

function makeMenu(context: Context, caption: string, addon: boolean): object {
  const items: MenuItem[] = [];
  const record: MenuRecord = { caption, addon, items };
  const add = (item: MenuItem) => {
    items.push(item);
    return face;
  };
  const face: object = makeFace(
    context,
    'Menu',
    {
      addItem: take.method(context, 'Ui.Menu.addItem', [take.text, take.text], (item, functionName) =>
        add({ kind: 'item', caption: item, functionName }),
      ),
      addSeparator: take.method(context, 'Ui.Menu.addSeparator', [], () => add({ kind: 'separator' })),
      addSubMenu: take.method(context, 'Ui.Menu.addSubMenu', [take.face<MenuRecord>('Menu')], (menu) =>
        add({ kind: 'menu', menu }),
      ),
      addToUi: take.method(context, 'Ui.Menu.addToUi', [], () => {
        chargeLocal(context, 'Menu.addToUi', LOCAL);
        // One menu of a name: a new one takes the old one's place.
        context.state.ui.menus.set(caption, { ...record, items: [...items] });
      }),
    },
    record,
  );
  return face;
}
