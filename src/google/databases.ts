import { isKenshinError, KenshinError, withoutAddresses } from '../errors';
import type { Databases } from '../ports';
import { connectionsUsedUp, databaseRefused, notSignedInToDatabase } from './messages';

type ResultSet = GoogleAppsScript.JDBC.JdbcResultSet & { getRows(getters: string): (string | null)[][] };

/** Rows that travel from the database at a time. */
const FETCHED = 1000;
/** java.sql.Types BIT and BOOLEAN. */
const FLAGS: readonly number[] = [-7, 16];
/** Longest quotation of a database. */
const QUOTED = 300;

/**
 * The Jdbc service behind the Databases port. All rows come by one `getRows` (Apps Script guide, V8 runtime: JDBC); a call
 * for each cell would take 51 ms a row.
 */
export const googleDatabases: Databases = {
  ask: ({ url, user, password, sql, values, most, seconds }) => {
    let connection: GoogleAppsScript.JDBC.JdbcConnection | null = null;
    try {
      connection = Jdbc.getConnection(url, user, password);
      connection.setReadOnly(true);
      // PostgreSQL's driver keeps to reading, and fetches in parts, within a transaction alone.
      connection.setAutoCommit(false);
      const statement = connection.prepareStatement(sql);
      statement.setMaxRows(most);
      statement.setFetchSize(FETCHED);
      statement.setQueryTimeout(seconds);
      values.forEach((value, at) => void statement.setString(at + 1, value));
      const result = statement.executeQuery() as ResultSet;
      const about = result.getMetaData();
      const columns = [];
      const getters = [];
      for (let at = 1; at <= about.getColumnCount(); at += 1) {
        columns.push({ name: about.getColumnLabel(at), flag: FLAGS.includes(about.getColumnType(at)) });
        getters.push(`getString(${at})`);
      }
      return { columns, rows: result.getRows(getters.join(', ')) };
    } catch (error) {
      throw isKenshinError(error) ? error : refused(error, connection !== null, [url, user, password]);
    } finally {
      connection?.close();
    }
  },
};

/** In the database's own words where it was reached, since they name what is wrong; without what signs in. */
function refused(error: unknown, reached: boolean, secret: readonly string[]): KenshinError {
  let words = String((error as { message?: unknown })?.message ?? error);
  const limit = /too many times/i.test(words);
  for (const part of secret) if (part.length > 2) words = words.split(part).join('…');
  const said = limit
    ? connectionsUsedUp()
    : reached
      ? databaseRefused(withoutAddresses(words).slice(0, QUOTED))
      : notSignedInToDatabase();
  return new KenshinError(limit ? 'limit' : reached ? 'config' : 'credential', said.text, said.next);
}
