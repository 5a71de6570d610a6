import * as take from './arguments';
import { type Context, makeFace } from './context';

/** A user as lists of editors give them. Source: Apps Script reference, User. */
export function makeUser(context: Context, email: string): object {
  const getEmail = take.method(context, 'User.getEmail', [], () => email);
  return makeFace(context, 'User', { getEmail }, email);
}

/** A user given by address or as a User of this service. */
export const person: take.Kind<string> = take.either(take.text, take.face<string>('User'));
