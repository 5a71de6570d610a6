import type { CoreHost } from './core-host';
import { LATENCY } from './latency';
import { isDate } from './realm';
import { SCOPES } from './scopes';
import { refuseArguments } from './signature';

type Answer = string | readonly string[] | readonly (readonly string[])[];

/** A form and what came in; JSON-safe. */
export interface StoredForm {
  readonly id: string;
  readonly items: readonly { readonly title: string; readonly type: string }[];
  readonly responses: {
    readonly id: string;
    readonly at: number;
    readonly email: string;
    /** By place of the item; a place without an answer is left out. */
    readonly answers: Readonly<Record<number, Answer>>;
  }[];
  /** E-mail addresses that may open it; null for everyone. */
  readonly readers: readonly string[] | null;
}

/** `FormApp`, for reading responses. Source: Apps Script reference, FormApp, Form, FormResponse, ItemResponse. */
export function createFormApp(host: CoreHost, forms: readonly StoredForm[]): object {
  return host.strict('FormApp', {
    openById(id: unknown) {
      if (typeof id !== 'string') return refuseArguments(host, 'FormApp.openById', [id]);
      host.permit('FormApp.openById', SCOPES.forms);
      host.charge('FormApp.openById', LATENCY.formRead.ms);
      const form = forms.find(
        (each) => each.id === id && (each.readers === null || each.readers.includes(host.user.email)),
      );
      return form
        ? createForm(host, form)
        : host.fail('No item with the given ID could be found, or you do not have permission to access it.');
    },
  });
}

function createForm(host: CoreHost, form: StoredForm): object {
  const items = form.items.map(({ title, type }) =>
    host.strict('Item', { getTitle: () => title, getType: () => host.strict('ItemType', { toString: () => type }) }),
  );
  return host.strict('Form', {
    getItems() {
      host.charge('Form.getItems', LATENCY.formRead.ms);
      return host.into(items);
    },
    getResponses(...args: readonly unknown[]) {
      const [since] = args;
      if (args.length > 1 || (args.length === 1 && !isDate(since)))
        return refuseArguments(host, 'Form.getResponses', args);
      // "After a given date and time": the moment itself is not among them.
      const found = form.responses.filter(({ at }) => !isDate(since) || at > since.getTime());
      host.charge('Form.getResponses', LATENCY.formRead.ms + found.length * LATENCY.formRead.perUnit, found.length);
      return host.into(
        found.map((response) =>
          host.strict('FormResponse', {
            getId: () => response.id,
            getTimestamp: () => new host.realm.Date(response.at),
            // An empty text where the form collects none.
            getRespondentEmail: () => response.email,
            getItemResponses: () =>
              host.into(
                Object.keys(response.answers).map((place) =>
                  host.strict('ItemResponse', {
                    getItem: () => items[Number(place)],
                    getResponse: () => host.into(response.answers[Number(place)]),
                  }),
                ),
              ),
          }),
        ),
      );
    },
  });
}
