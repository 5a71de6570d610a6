import type { Text } from '../domain/text';

/** What happened, and what to do about it. */
export interface Said {
  readonly text: Text;
  readonly next: Text;
}

export const scheduleOff = (): Text => ({
  en: 'The schedule is off: nothing is pulled or scored by itself.',
  ja: '定期実行はオフです。データの取得とスコア計算は自動では行われません。',
});
export const scheduleOn = (owner: string): Text => ({
  en: `The schedule is on, as ${owner || 'its owner'}.`,
  ja: `定期実行はオンです（実行者: ${owner || '設定した人'}）。`,
});
export const scheduleIncomplete = (): Text => ({
  en: 'A trigger of the schedule is missing. Switch the schedule on again to mend it.',
  ja: '定期実行のトリガーが欠けています。もう一度オンにすると修復されます。',
});
export const scheduleDuplicate = (): Text => ({
  en: 'A trigger of the schedule exists twice. Switch the schedule on again to mend it.',
  ja: '定期実行のトリガーが重複しています。もう一度オンにすると修復されます。',
});
export const scheduleForgotten = (): Text => ({
  en: 'Triggers are left over from a schedule that was removed. Switch the schedule off to clear them, or on to keep them.',
  ja: '削除済みの定期実行のトリガーが残っています。オフにすると片付き、オンにすると引き続き使われます。',
});
export const scheduleTwoOwners = (owner: string): Text => ({
  en: `${owner} already runs the schedule, and you have triggers of your own. Switch yours off, so that it runs once.`,
  ja: `定期実行は ${owner} さんがすでに設定しており、あなたのトリガーも動いています。二重に実行されないよう、あなたの側をオフにしてください。`,
});
export const scheduleLate = (owner: string): Text => ({
  en: `No daily run for more than a day. ${owner || 'Its owner'} should open the sidebar and switch the schedule on again.`,
  ja: `1日以上、日次実行が行われていません。${owner || '設定した人'} さんがサイドバーを開き、定期実行をオンにし直してください。`,
});

export const appSheetChecked = (misses: number, errors: number): Text =>
  misses === 0
    ? { en: 'Ready for AppSheet: no rule is missed.', ja: 'AppSheet の準備は整っています。' }
    : {
        en: `AppSheet: ${misses} to mend, ${errors} of them would break the app. See the Problems tab.`,
        ja: `AppSheet: 要対応 ${misses} 件（うち、アプリに支障があるもの ${errors} 件）。Problems タブを確認してください。`,
      };
export const notSetUp = (): Said => ({
  text: {
    en: 'Kenshin is not set up in this spreadsheet yet.',
    ja: 'このスプレッドシートでは、まだ初期設定が済んでいません。',
  },
  next: {
    en: 'Choose Kenshin > Set up in the menu, or press Set up in the sidebar.',
    ja: 'メニューの「Kenshin > 初期設定」を選ぶか、サイドバーの「初期設定」を押してください。',
  },
});
export const runBusy = (): Said => ({
  text: { en: 'Another run is under way.', ja: '別の実行が進行中です。' },
  next: {
    en: 'Wait until it has finished; its state is shown in the sidebar.',
    ja: '終わるまでお待ちください。状況はサイドバーに表示されます。',
  },
});
/** `role` is '' for who is no member, `email` where Google does not say who it is. */
export const dataShut = (): Said => ({
  text: {
    en: 'You cannot open the spreadsheet "Kenshin Data".',
    ja: 'スプレッドシート「Kenshin Data」を開く権限がありません。',
  },
  next: {
    en: 'Ask Ops to share it with you: viewing is enough, unless you start runs.',
    ja: '運用担当者に共有を依頼してください。閲覧権限で十分ですが、実行する人には編集権限が必要です。',
  },
});

export const roleNeeded = (
  roles: readonly string[],
  email: string,
  role: string,
  holders: readonly string[],
): Said => ({
  text: {
    en: `This needs the role ${roles.join(' or ')}; ${email ? `${email} ${role ? `has the role ${role}` : 'is not in the Members tab'}` : 'Google does not say who you are'}.`,
    ja: `この操作には ${roles.join('・')} の役割が必要です（${email ? `${email} さんは${role ? `役割が ${role} です` : ' Members タブに登録されていません'}` : 'あなたのアカウントを確認できません'}）。`,
  },
  next: {
    en: `Ask ${named(holders, ' or ')} to do it, or to change the Members tab.`,
    ja: `${named(holders, '、')} さんに、操作または Members タブの変更を依頼してください。`,
  },
});
/** The first few of many people. */
const named = (people: readonly string[], between: string): string =>
  people.slice(0, 3).join(between) + (people.length > 3 ? ' …' : '');
export const sentUnknown = (): Said => ({
  text: {
    en: 'The page sent something that this version of Kenshin does not know.',
    ja: '画面から送られた内容を、この版の Kenshin では処理できません。',
  },
  next: { en: 'Close the sidebar and open it again.', ja: 'サイドバーを閉じて、開き直してください。' },
});
export const configUnusable = (faults: number): Said => ({
  text: {
    en: `The configuration has ${faults} ${faults === 1 ? 'fault' : 'faults'} and no earlier version is known, so nothing is scored.`,
    ja: `設定に ${faults} 件の誤りがあり、使える過去の版もないため、スコアを計算できません。`,
  },
  next: {
    en: 'Mend the cells listed in the Problems tab, then run again.',
    ja: 'Problems タブに示されたセルを直してから、もう一度実行してください。',
  },
});
export const configKept = (version: string): Text => ({
  en: `The configuration has faults (see Problems); version ${version} stays in force.`,
  ja: `設定に誤りがあるため（Problems タブを参照）、版 ${version} を引き続き使っています。`,
});
export const accountUnknown = (accountId: string): Said => ({
  text: {
    en: `There is no account ${accountId} in the Accounts tab.`,
    ja: `Accounts タブに顧客 ${accountId} がありません。`,
  },
  next: { en: 'Run once more, or choose another account.', ja: 'もう一度実行するか、別の顧客を選んでください。' },
});
export const pulseIncomplete = (): Said => ({
  text: {
    en: 'A pulse needs a note, a number from 1 to 5 and a last day within a year from today.',
    ja: 'パルスには、コメント、1〜5の数値、今日から1年以内の有効期限が必要です。',
  },
  next: { en: 'Complete the form and save again.', ja: '入力内容を見直して、もう一度保存してください。' },
});
export const noSuchTab = (tab: string): Said => ({
  text: { en: `There is no tab ${tab} in this spreadsheet.`, ja: `このスプレッドシートに ${tab} タブがありません。` },
  next: {
    en: 'Choose Kenshin > Set up in the menu to make it anew.',
    ja: 'メニューの「Kenshin > 初期設定」で作り直せます。',
  },
});
export const zoneUnknown = (zone: string): Said => ({
  text: { en: `"${zone}" is no time zone.`, ja: `「${zone}」というタイムゾーンはありません。` },
  next: { en: 'Choose one such as Asia/Tokyo.', ja: 'Asia/Tokyo のような名前を指定してください。' },
});
export const unexpected = (): Said => ({
  text: {
    en: 'Something unexpected went wrong; what was published before is untouched.',
    ja: '予期しないエラーが起きました。公開済みの内容はそのままです。',
  },
  next: {
    en: 'Try again. If it happens again, look in the Runs and Problems tabs.',
    ja: 'もう一度お試しください。続く場合は Runs タブと Problems タブをご確認ください。',
  },
});

export const pulling = (): Text => ({ en: 'Pulling the sources', ja: 'データを取得しています' });
export const scoring = (): Text => ({ en: 'Computing metrics and scores', ja: '指標とスコアを計算しています' });
export const backfilling = (): Text => ({ en: 'Scoring past days', ja: '過去の日付のスコアを計算しています' });
export const nothingNew = (): Text => ({
  en: 'The sources brought nothing new, so the published scores stand.',
  ja: '新しいデータがなかったため、公開済みのスコアのままです。',
});
export const hourlySkipped = (): Text => ({
  en: 'The hourly pulls are skipped for the rest of the day; the daily run goes on as ever.',
  ja: '今日の残りの毎時取り込みは休みます。日次実行は通常どおり行われます。',
});
export const workbookFills = (percent: number): Text => ({
  en: `This workbook uses ${percent}% of the ten million cells that Google allows. Lower Retention Months in Settings, pull fewer measures, or leave out accounts that have left.`,
  ja: `このブックは、Google の上限である 1,000 万セルの ${percent}% を使っています。Settings の Retention Months を短くする、取り込む指標を減らす、解約済みの顧客を外すなどで減らせます。`,
});
/** What triggers have taken of the time Google gives them a day; both in milliseconds. */
export const triggerMinutes = ({ spent, budget }: { spent: number; budget: number }): Text => {
  const [used, all] = [Math.ceil(spent / 60000), budget / 60000];
  return {
    en: `Triggers have used ${used} of the ${all} minutes that Google gives them today; pull fewer sources hourly to save time.`,
    ja: `トリガーは、Google の1日の上限 ${all} 分のうち ${used} 分を使いました。毎時取り込むソースを減らすと節約できます。`,
  };
};
export const finished = (scored: number, accounts: number): Text => ({
  en: `Scored ${scored} of ${accounts} ${accounts === 1 ? 'account' : 'accounts'}.`,
  ja: `${accounts} 社のうち ${scored} 社のスコアを計算しました。`,
});
export const finishedVisibility = (accounts: number): Text => ({
  en: `Read ${accounts} ${accounts === 1 ? 'account' : 'accounts'}; scoring is switched off (Mode = Visibility).`,
  ja: `${accounts} 社の利用状況を読み取りました（Mode = Visibility のためスコアは計算していません）。`,
});
export const stoppedInVain = (): Said => ({
  text: {
    en: 'The same step was stopped by the time limit several times.',
    ja: '同じ処理が、実行時間の上限により何度も中断されました。',
  },
  next: {
    en: 'Look at the Runs tab, leave out a large source or narrow the pilot, and run again.',
    ja: 'Runs タブを確認し、大きな取得元を外すか対象を絞ってから、もう一度実行してください。',
  },
});
export const setUpDone = (): Text => ({
  en: 'Kenshin is set up. Name your sources in the Sources tab, then choose Kenshin > Run now.',
  ja: '初期設定が完了しました。Sources タブに取得元を登録し、「Kenshin > 今すぐ実行」を選んでください。',
});
export const noSources = (): Said => ({
  text: { en: 'No source is enabled in the Sources tab.', ja: 'Sources タブに有効な取得元がありません。' },
  next: {
    en: 'Add a row to the Sources tab: a tab, a CSV file or a JSON address.',
    ja: 'Sources タブに行を追加してください（タブ、CSV ファイル、JSON のアドレス）。',
  },
});
export const failureMail = (workbook: string, what: Said): { subject: Text; body: Text } => ({
  subject: { en: 'Kenshin: the daily run failed', ja: 'Kenshin: 日次実行に失敗しました' },
  body: {
    en: `${what.text.en}\n${what.next.en}\n\n${workbook}`,
    ja: `${what.text.ja}\n${what.next.ja}\n\n${workbook}`,
  },
});
export const skewed = (band: string, share: number): Text => ({
  en: `${Math.round(share)}% of these accounts are ${band}: the score hardly tells them apart. Look at the bands and curves.`,
  ja: `${Math.round(share)}% の顧客が ${band} に集中しており、スコアで差がつきにくくなっています。バンドや曲線の見直しを検討してください。`,
});
export const breakdownLeftOut = (shown: number, all: number): Text => ({
  en: `Breakdown shows the ${shown} most urgent of ${all} accounts (setting Breakdown Row Limit); the sidebar shows any account.`,
  ja: `Breakdown タブには優先度の高い ${all} 社中 ${shown} 社だけを載せています（設定 Breakdown Row Limit）。サイドバーではどの顧客も見られます。`,
});
export const movementsLeftOut = (shown: number, all: number): Text => ({
  en: `Movements shows the ${shown} most urgent of the ${all} accounts whose score moved; Change Note in Accounts tells the largest parts for every account.`,
  ja: `Movements タブには、スコアが動いた ${all} 社のうち優先度の高い ${shown} 社だけを載せています。主な変化の理由は、どの顧客も Accounts タブの Change Note で見られます。`,
});
/** One line of Movements in words. */
export const movementLine = (kind: string, metric: Text | null, was: Text, is: Text): Text => {
  const name = metric ?? { en: 'the score', ja: 'スコア' };
  switch (kind) {
    case 'behaviour':
      return {
        en: `${name.en} went from ${was.en} to ${is.en}.`,
        ja: `「${name.ja}」が${was.ja}から${is.ja}になりました。`,
      };
    case 'coverage':
      return {
        en: `The data available changed, and with them what ${name.en} counts.`,
        ja: `そろっているデータが変わり、「${name.ja}」の重みや有無が変わりました。`,
      };
    case 'segment':
      return {
        en: `The account is in another segment, where ${name.en} counts differently.`,
        ja: `セグメントが変わり、「${name.ja}」の扱いが変わりました。`,
      };
    case 'config':
      return {
        en: `The configuration of ${name.en} changed; the customer did nothing different.`,
        ja: `「${name.ja}」の設定が変わったためで、顧客側の変化ではありません。`,
      };
    default:
      return {
        en: 'What a cap on the score holds back changed.',
        ja: 'スコアの上限で抑えられる点数が変わりました。',
      };
  }
};

export const unknownAction = (): Text => ({
  en: 'Actions has no row with this ID, so the update is not followed. Choose an action that stands there.',
  ja: 'Actions にこの ID の行がないため、この記入は反映されません。Actions にあるアクションを選んでください。',
});
