import type { Text } from '../domain/text';

export const notAnAddress = (): Text => ({
  en: 'This is not an address. It should begin with https://.',
  ja: 'アドレスとして読み取れません。https:// で始まる形式で入力してください。',
});

export const passwordInAddress = (): Text => ({
  en: 'The address holds a user name or password. Take it out and use Header Name and Secret Name.',
  ja: 'アドレスにユーザー名やパスワードが含まれています。削除し、Header Name と Secret Name を使ってください。',
});

export const notEncrypted = (): Text => ({
  en: 'Customer data travel by https only; http is accepted for localhost alone. Use an https address.',
  ja: '顧客データは https でのみ取得します（http は localhost だけ）。https のアドレスを指定してください。',
});

export const addressTooLong = (limit: number): Text => ({
  en: `The address is longer than ${limit} characters, more than can be fetched. Shorten it.`,
  ja: `アドレスが${limit}文字を超えているため取得できません。短くしてください。`,
});

export const correctLocation = (): Text => ({
  en: 'Correct Location in the Sources tab.',
  ja: 'Sources タブの Location を修正してください。',
});

export const secretMissing = (name: string): Text => ({
  en: `The secret "${name}" is not stored for the person who runs this.`,
  ja: `シークレット「${name}」が、実行しているユーザーに保存されていません。`,
});

export const enterSecret = (name: string): Text => ({
  en: `Enter "${name}" in the sidebar (Set-up > Sources), or correct Secret Name.`,
  ja: `サイドバーの「運用 > 取得元」で「${name}」を入力するか、Secret Name を修正してください。`,
});

export const noAnswer = (host: string): Text => ({
  en: `${host} did not answer.`,
  ja: `${host} から応答がありませんでした。`,
});

export const tryLater = (): Text => ({
  en: 'The last good data stay in use; the next run tries again.',
  ja: '前回取り込んだデータを引き続き使い、次回の実行で再度取得します。',
});

export const tooManyRequests = (host: string): Text => ({
  en: `${host} said that it is being asked too often (429).`,
  ja: `${host} へのリクエストが多すぎると応答されました（429）。`,
});

export const serverFailed = (host: string, status: number): Text => ({
  en: `${host} failed on its side (${status}).`,
  ja: `${host} 側でエラーが発生しました（${status}）。`,
});

export const notSignedIn = (host: string): Text => ({
  en: `${host} does not accept the key (401).`,
  ja: `${host} の認証に失敗しました（401）。`,
});

export const checkSecret = (): Text => ({
  en: 'Check whether the key is still valid, and Secret Name (and Header Name) in the Sources tab.',
  ja: 'キーの有効期限と、Sources タブの Secret Name（および Header Name）を確認してください。',
});

export const forbidden = (host: string): Text => ({
  en: `${host} knows the key but does not allow this (403).`,
  ja: `${host} でこのデータへのアクセスが許可されていません（403）。`,
});

export const askForAccess = (): Text => ({
  en: 'Ask the owner of the data to allow reading with this key.',
  ja: 'データの管理者に、このキーでの読み取りを許可してもらってください。',
});

export const notFound = (host: string, status: number): Text => ({
  en: `${host} has nothing at this address (${status}).`,
  ja: `${host} の指定アドレスにデータがありません（${status}）。`,
});

export const refused = (host: string, status: number): Text => ({
  en: `${host} refused the request (${status}).`,
  ja: `${host} がリクエストを受け付けませんでした（${status}）。`,
});

export const answerTooLarge = (host: string): Text => ({
  en: `The answer of ${host} is larger than 50 MB.`,
  ja: `${host} の応答が 50 MB を超えています。`,
});

export const redirectedTooOften = (host: string): Text => ({
  en: `${host} redirects again and again.`,
  ja: `${host} からのリダイレクトが終わりません。`,
});

export const askForLess = (): Text => ({
  en: 'Split it into pages or files.',
  ja: 'ページやファイルに分割してください。',
});

export const webPage = (name: string): Text => ({
  en: `${name} answered with a web page instead of data: an error page, or a sign-in page.`,
  ja: `${name} からデータではなく Web ページ（エラー画面またはログイン画面）が返されました。`,
});

export const shareOrCorrect = (): Text => ({
  en: 'Check Location in the Sources tab, and whether the address needs a key.',
  ja: 'Sources タブの Location と、キーが必要なアドレスかどうかを確認してください。',
});

export const notAWholeNumber = (name: string, least: number, greatest: number): Text => ({
  en: `${name} must be a whole number from ${least} to ${greatest}.`,
  ja: `${name} は ${least}〜${greatest} の整数で指定してください。`,
});

export const damagedText = (count: number, charset: string): Text => ({
  en: `${count} characters could not be read (read as ${charset}) and stand as � now. Save the file as UTF-8.`,
  ja: `${count} 文字を読み取れず、� に置き換わりました（${charset} として読み込み）。UTF-8 で保存し直してください。`,
});

export const excelFile = (name: string): Text => ({
  en: `${name} is an Excel workbook or a zip file, not a CSV file.`,
  ja: `${name} は CSV ではなく、Excel ブックまたは zip ファイルです。`,
});

export const saveAsCsv = (): Text => ({
  en: 'Save it as CSV, or open it as a spreadsheet and set Kind to tab.',
  ja: 'CSV で保存し直すか、スプレッドシートとして開いて Kind を tab にしてください。',
});

export const emptyFile = (name: string): Text => ({
  en: `${name} is empty.`,
  ja: `${name} は空です。`,
});

export const addHeader = (): Text => ({
  en: 'It needs a header row and rows below it. The last good data stay in use.',
  ja: '見出し行とデータ行が必要です。前回取り込んだデータを引き続き使います。',
});

export const rowTooLong = (found: number, expected: number): Text => ({
  en: `The row has ${found} values and the header ${expected}: most likely a separator inside a text without quotes. The row was left out.`,
  ja: `見出しは${expected}列ですが、この行には${found}個の値があります。区切り文字を含む値が引用符で囲まれていない可能性があります。この行は取り込みませんでした。`,
});

export const rowTooShort = (found: number, expected: number): Text => ({
  en: `The row has ${found} values and the header ${expected}; the last ones count as empty. Check that nothing is missing.`,
  ja: `見出しは${expected}列ですが、この行には${found}個の値しかありません。足りない列は空欄として扱いました。抜けがないか確認してください。`,
});

export const strayQuote = (): Text => ({
  en: 'A quotation mark is not closed, or text follows the closing one. The value was read as well as possible: put the whole value in quotes and double the quotes inside.',
  ja: '引用符が閉じられていないか、閉じた後に文字が続いています。できる範囲で読み取りました。値全体を引用符で囲み、値の中の引用符は2つ重ねてください。',
});

export const unknownDelimiter = (): Text => ({
  en: 'Write one character, or one of: comma, tab, semicolon, pipe.',
  ja: '1文字か、comma、tab、semicolon、pipe のいずれかで指定してください。',
});

export const unknownCharset = (): Text => ({
  en: 'Write one of: UTF-8, Shift_JIS, EUC-JP, UTF-16LE, UTF-16BE.',
  ja: 'UTF-8、Shift_JIS、EUC-JP、UTF-16LE、UTF-16BE のいずれかで指定してください。',
});

export const locationMissing = (): Text => ({
  en: 'Say where the data are: a link or id of a Drive file, or an https address.',
  ja: 'データの場所（Drive ファイルのリンクか ID、または https のアドレス）を入力してください。',
});

export const addressMissing = (): Text => ({
  en: 'Write the https address that answers with JSON.',
  ja: 'JSON を返す https のアドレスを入力してください。',
});

export const spreadsheetAsFile = (): Text => ({
  en: 'This is a spreadsheet, not a CSV file. Set Kind to tab.',
  ja: 'CSV ファイルではなくスプレッドシートです。Kind を tab にしてください。',
});

export const tabMissing = (tab: string, tabs: readonly string[]): Text => ({
  en: `The spreadsheet has no tab "${tab}". It has: ${tabs.join(', ')}.`,
  ja: `スプレッドシートに「${tab}」タブがありません。あるタブ：${tabs.join('、')}`,
});

export const correctTabName = (): Text => ({
  en: 'Correct Tab Name in the Sources tab.',
  ja: 'Sources タブの Tab Name を修正してください。',
});

export const cursorUnset = (): Text => ({
  en: 'Paging by cursor needs cursor_path, and cursor_parameter unless the cursor is an address.',
  ja: 'cursor でページ送りするには、Options に cursor_path（カーソルがアドレスでなければ cursor_parameter も）が必要です。',
});

export const notJson = (host: string): Text => ({
  en: `The answer of ${host} is not JSON, or was cut off.`,
  ja: `${host} の応答が JSON ではないか、途中で切れています。`,
});

export const rowsPathWrong = (path: string, found: string): Text => ({
  en:
    path === ''
      ? `The answer is not a list: it has ${found}.`
      : `There is no list at "${path}"; found there: ${found}.`,
  ja:
    path === '' ? `応答が一覧になっていません。内容：${found}` : `「${path}」に一覧がありません。あったもの：${found}`,
});

export const correctRowsPath = (): Text => ({
  en: 'Correct Rows Path in the Sources tab, e.g. data.items.',
  ja: 'Sources タブの Rows Path を修正してください（例 data.items）。',
});

export const pageRepeated = (host: string): Text => ({
  en: `${host} sent the same page again, so the pages never end.`,
  ja: `${host} が同じページを繰り返し返すため、取得が終わりません。`,
});

export const correctPaging = (): Text => ({
  en: 'Correct Paging and Options in the Sources tab; the last good data stay in use.',
  ja: 'Sources タブの Paging と Options を修正してください。前回取り込んだデータを引き続き使います。',
});

export const tooManyPages = (pages: number): Text => ({
  en: `Only the first ${pages} pages were read; there are more. Raise max_pages in Options.`,
  ja: `最初の${pages}ページだけ取り込みました（続きがあります）。Options の max_pages を増やしてください。`,
});

export const outOfTime = (pages: number): Text => ({
  en: `Time ran out after ${pages} pages, and there are more.`,
  ja: `${pages}ページ取得した時点で時間切れになりました（続きがあります）。`,
});

export const fewerPages = (): Text => ({
  en: 'Ask for larger pages (page_size in Options) or fewer rows; the last good data stay in use.',
  ja: 'Options の page_size を大きくするか、取得する行を減らしてください。前回取り込んだデータを引き続き使います。',
});

export const otherHost = (host: string, next: string): Text => ({
  en: `The next page of ${host} leads to another host (${next}); the secret is not sent there. If it belongs there, add next_hosts = ${next} to Options.`,
  ja: `${host} の次のページが別のホスト（${next}）を指しています。シークレットを送らないため中止しました。正しい送り先であれば、Options に next_hosts = ${next} を追加してください。`,
});

export const notARecord = (): Text => ({
  en: 'This entry of the list is not an object with named values; it was left out.',
  ja: '一覧のこの要素は項目名付きのオブジェクトではないため、取り込みませんでした。',
});

export const found = (name: string, columns: readonly string[]): Text => ({
  en: `${name} answered. Columns: ${columns.join(', ')}.`,
  ja: `${name} に接続できました。列：${columns.join('、')}`,
});

export const vendorSaid = (name: string, status: number, words: string): Text => ({
  en: `${name} refused the request (${status}): "${words}".`,
  ja: `${name} がリクエストを受け付けませんでした（${status}）：「${words}」`,
});

export const correctSource = (): Text => ({
  en: 'Correct the row of this source in the Sources tab.',
  ja: 'Sources タブでこの取得元の行を修正してください。',
});

export const withoutAccount = (name: string, count: number): Text => ({
  en: `${count} rows of ${name} belong to no company there, and were left out.`,
  ja: `${name} で会社に紐付いていない${count}件は取り込みませんでした。`,
});

export const datasetNotBrought = (kind: string, datasets: readonly string[]): Text => ({
  en: `${kind} brings: ${datasets.join(', ')}.`,
  ja: `${kind} から取り込めるのは ${datasets.join('、')} です。`,
});

export const queryTabUnset = (): Text => ({
  en: 'Name the tab of this spreadsheet in which the SQL query stands.',
  ja: 'SQL クエリを書いた、このスプレッドシートのタブ名を入力してください。',
});

export const notACell = (): Text => ({
  en: 'Write the cell in which the query stands, e.g. B2, or nothing for the whole tab.',
  ja: 'クエリのあるセル（例 B2）を指定します。タブ全体なら空欄にしてください。',
});

export const notAQuery = (place: string): Text => ({
  en: `${place} holds no query that begins with SELECT or WITH.`,
  ja: `${place} に SELECT または WITH で始まるクエリがありません。`,
});

export const correctQuery = (place: string): Text => ({
  en: `Correct the query in ${place}.`,
  ja: `${place} のクエリを修正してください。`,
});

export const googleSays = (name: string, words: string): Text => ({
  en: `${name} says: ${words}`,
  ja: `${name} の応答：${words}`,
});

export const scopeMissing = (name: string, extra: string): Text => ({
  en: `The script may not use ${name}: it was built without ${extra}, or the person who runs it did not agree.`,
  ja: `スクリプトに ${name} の利用権限がありません（${extra} なしでビルドされたか、実行者が許可していません）。`,
});

export const apiOff = (name: string): Text => ({
  en: `${name} is switched off in the Google Cloud project of the script.`,
  ja: `スクリプトの Google Cloud プロジェクトで ${name} が有効になっていません。`,
});

export const buildWith = (extra: string): Text => ({
  en: `Push the script with: npm run deploy -- --with ${extra}. Then open the sidebar once and allow it.`,
  ja: `npm run deploy -- --with ${extra} でスクリプトを反映し、サイドバーを一度開いて許可してください。`,
});

export const touchesOnly = (): Text => ({
  en: 'This kind brings touches. Set Dataset to touches.',
  ja: 'この種類で取り込めるのは touches だけです。Dataset を touches にしてください。',
});

export const answered = (name: string): Text => ({
  en: `${name} answered.`,
  ja: `${name} に接続できました。`,
});

export const resyncNote = (): Text => ({
  en: 'Another day or word here has everything pulled anew, once.',
  ja: 'ここの日付や語を変更すると、一度だけ全件を取り込み直します。',
});

export const notOneOf = (name: string, allowed: readonly string[]): Text => ({
  en: `${name} must be one of: ${allowed.join(', ')}.`,
  ja: `${name} は ${allowed.join('、')} のいずれかで指定してください。`,
});

export const internal = (): Text => ({
  en: 'Our own mail domains besides that of the person who runs this, parted by spaces.',
  ja: '実行者のドメイン以外の自社メールドメインです（空白区切り）。',
});

export const firstDays = (days: number): Text => ({
  en: `Days read the first time; ${days} when empty.`,
  ja: `初回に遡る日数です。空欄なら${days}日です。`,
});

export const delimiterNote = (): Text => ({
  en: 'Character between values; guessed when empty.',
  ja: '区切り文字です。空欄なら自動で判定します。',
});

export const charsetNote = (): Text => ({
  en: 'Character set of the file; guessed when empty.',
  ja: '文字コードです。空欄なら自動で判定します。',
});

export const headerRowNote = (): Text => ({
  en: 'Row of the header; 1 when empty.',
  ja: '見出しの行番号です。空欄なら1行目です。',
});

export const keyLabel = (): Text => ({ en: 'Key', ja: 'キー' });
