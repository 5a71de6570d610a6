import { addressFault, hostOf, resolveLink, withParameter } from '../../src/sources/address';

describe('an address customer data may come from', () => {
  it.each([
    'https://api.example.com/v1',
    'HTTPS://example.com',
    'http://localhost:8080/x',
    'http://127.0.0.1/x',
    'http://[::1]:3/x',
  ])('%s is fine', (address) => expect(addressFault(address)).toBeNull());
  it.each([
    ['http://example.com/x', 'https only'],
    ['http://localhost.example.com/x', 'https only'],
    ['http://127.0.0.1.example.com/x', 'https only'],
    ['https://user:word@example.com/x', 'user name or password'],
    ['http://localhost@example.com/x', 'user name or password'],
    ['ftp://example.com', 'not an address'],
    ['example.com', 'not an address'],
    ['https://', 'not an address'],
    [`https://example.com/${'x'.repeat(2048)}`, 'longer than'],
  ])('%s is not', (address, reason) => expect(addressFault(address)?.en).toContain(reason));
});

describe('the host of an address', () => {
  it.each([
    ['https://API.Example.com:8443/a?key=1', 'api.example.com:8443'],
    ['https://user:word@example.com/x', 'example.com'],
    ['nonsense', ''],
  ])('of %s is %s', (address, host) => expect(hostOf(address)).toBe(host));
});

describe('a query parameter', () => {
  it.each([
    ['https://a.b/c', 'https://a.b/c?page=2'],
    ['https://a.b/c?x=1', 'https://a.b/c?x=1&page=2'],
    ['https://a.b/c?page=1&x=1', 'https://a.b/c?x=1&page=2'],
    ['https://a.b/c?x=1#top', 'https://a.b/c?x=1&page=2'],
    ['https://a.b', 'https://a.b?page=2'],
  ])('is set on %s', (address, expected) => expect(withParameter(address, 'page', '2')).toBe(expected));
  it('is escaped', () => expect(withParameter('https://a.b/', 'c&d', '=/ ')).toBe('https://a.b/?c%26d=%3D%2F%20'));
});

describe('a link on a page', () => {
  it.each([
    ['https://x.y/z', 'https://x.y/z'],
    ['/items?page=2', 'https://a.b/items?page=2'],
    ['?page=2', 'https://a.b/c/d?page=2'],
    ['e?page=2', 'https://a.b/c/e?page=2'],
    ['//x.y/z', 'https://x.y/z'],
  ])('%s leads to %s', (link, expected) => expect(resolveLink('https://a.b/c/d?q=1', link)).toBe(expected));
});
