/** What the platform hands to a card's trigger; every part may be missing. Source: Google Workspace add-ons, event objects. */
export interface CardEvent {
  readonly gmail?: { readonly accessToken?: string; readonly messageId?: string };
  readonly calendar?: {
    readonly organizer?: { readonly email?: string };
    readonly attendees?: readonly { readonly email?: string }[];
  };
}

/** The sender of the message that is open; nobody where the event names none. The token reaches this message alone. */
export function senderOf(event: CardEvent | undefined): string[] {
  const { accessToken, messageId } = event?.gmail ?? {};
  if (!accessToken || !messageId) return [];
  GmailApp.setCurrentMessageAccessToken(accessToken);
  return [GmailApp.getMessageById(messageId).getFrom()];
}

/** The organizer and guests of the event that is open. */
export function guestsOf(event: CardEvent | undefined): string[] {
  const { organizer, attendees } = event?.calendar ?? {};
  return [organizer, ...(attendees ?? [])].flatMap((person) => (person?.email ? [person.email] : []));
}
