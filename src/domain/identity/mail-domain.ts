import { halfWidth } from '../parse/fold';

/** Providers whose addresses say nothing about a company; shared with whoever leaves private addresses out. */
const FREEMAIL = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.jp hotmail.com hotmail.co.jp live.com live.jp msn.com yahoo.com ' +
    'yahoo.co.jp yahoo.co.uk yahoo.ne.jp ymail.com ymail.ne.jp icloud.com me.com mac.com aol.com proton.me ' +
    'protonmail.com gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.ru zoho.com qq.com 163.com 126.com ' +
    'naver.com daum.net docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ' +
    'rakumail.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp'
  ).split(' '),
);

const DOMAIN = /^(?:[^\s.@/:,;]+\.)+[^\s.@/:,;\d][^\s.@/:,;]*$/;

/** The domain of a mail address, a web address or a bare domain, in lower case without `www.`; '' for anything else. */
export function domainOf(text: string): string {
  const host = halfWidth(text)
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  return DOMAIN.test(host) ? host : '';
}

/** Whether anybody may have an address of this domain. */
export function isFreemail(domain: string): boolean {
  return FREEMAIL.has(domain);
}
