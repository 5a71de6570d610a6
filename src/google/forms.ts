import { refusal } from '../errors';
import type { FormResponse, Forms } from '../ports';
import { fileIdOf } from './files';
import { formNotOpened } from './messages';
import { persistently } from './patience';

/** Items that ask nothing (Apps Script reference, FormApp.ItemType). */
const NO_QUESTION: readonly string[] = ['PAGE_BREAK', 'SECTION_HEADER', 'IMAGE', 'VIDEO'];

/** The Forms service behind the Forms port. Source: Apps Script reference, Form and FormResponse. */
export const googleForms: Forms = {
  read: (idOrUrl, since) => {
    let form: GoogleAppsScript.Forms.Form;
    try {
      form = FormApp.openById(fileIdOf(idOrUrl));
    } catch {
      throw refusal('credential', formNotOpened());
    }
    const titles = persistently(() => form.getItems())
      .filter((item) => !NO_QUESTION.includes(String(item.getType())))
      .map((item) => item.getTitle().trim());
    const responses = persistently(() => form.getResponses(new Date(since))).map((response): FormResponse => {
      const answers: Record<string, string | readonly string[]> = {};
      for (const answer of response.getItemResponses()) {
        const given = answer.getResponse() as string | readonly (string | readonly string[])[];
        answers[answer.getItem().getTitle().trim()] = Array.isArray(given) ? given.map(String) : (given as string);
      }
      return {
        id: response.getId(),
        at: response.getTimestamp().getTime(),
        email: response.getRespondentEmail() ?? '',
        answers,
      };
    });
    return { titles, responses };
  },
};
