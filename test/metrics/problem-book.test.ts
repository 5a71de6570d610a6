import { says } from '../../src/metrics/messages';
import { problemBook } from '../../src/metrics/problem-book';
import { metricOf } from './facts';

const nps = metricOf({ id: 'nps', dataset: 'surveys', aggregate: 'mean' });
const csat = metricOf({ id: 'csat', dataset: 'surveys', aggregate: 'mean' });

describe('the problem book', () => {
  it('tells each thing once, whichever metric meets it, and different things apart', () => {
    const book = problemBook();
    book.value('number', nps, 'Surveys', 'A', 'score', 'lots');
    book.value('number', csat, 'Surveys', 'A', 'score', 'lots');
    book.value('number', nps, 'Surveys', 'B', 'score', 'lots');
    book.value('number', nps, 'Surveys', 'A', 'effort', 'lots');
    book.value('number', nps, 'Surveys', 'A', 'score', 'few');
    book.value('day', nps, 'Surveys', 'A', 'score', 'lots');
    book.value('number', nps, 'Tickets', 'A', 'score', 'lots');
    expect(
      book.problems().map(({ code, source, place, column, value }) => [code, source, place, column, value]),
    ).toEqual([
      ['reading.number', 'Surveys', 'A', 'score', 'lots'],
      ['reading.number', 'Surveys', 'B', 'score', 'lots'],
      ['reading.number', 'Surveys', 'A', 'effort', 'lots'],
      ['reading.number', 'Surveys', 'A', 'score', 'few'],
      ['reading.day', 'Surveys', 'A', 'score', 'lots'],
      ['reading.number', 'Tickets', 'A', 'score', 'lots'],
    ]);
  });

  it('tells faults of the Metrics tab by the id of the row, each once', () => {
    const book = problemBook();
    book.metric(nps, 'error', 'metric.field', 'Field', 'x', says.field('nps', 'mean'));
    book.metric(nps, 'error', 'metric.field', 'Field', 'x', says.field('nps', 'mean'));
    book.metric(csat, 'warning', 'metric.field', 'Field', 'x', says.field('csat', 'mean'));
    book.metric(nps, 'error', 'metric.field', 'Filter', 'x', says.field('nps', 'mean'));
    book.metric(nps, 'error', 'metric.other', 'Field', 'x', says.field('nps', 'mean'));
    expect(book.problems()).toHaveLength(4);
    expect(book.problems()[0]).toEqual({
      severity: 'error',
      code: 'metric.field',
      source: 'Metrics',
      place: 'nps',
      column: 'Field',
      value: 'x',
      why: says.field('nps', 'mean'),
    });
    expect(book.problems()[1]).toMatchObject({ severity: 'warning', place: 'csat' });
  });

  it('counts what goes beyond fifty of a column, column by column', () => {
    const book = problemBook();
    for (let at = 0; at < 50; at++) book.value('number', nps, 'Surveys', 'A', 'score', `lots ${at}`);
    expect(book.problems()).toHaveLength(50);
    for (let at = 0; at < 53; at++) book.value('number', nps, 'Surveys', 'A', 'effort', `lots ${at}`);
    expect(book.problems()).toHaveLength(101);
    expect(book.problems()[100]).toEqual({
      severity: 'error',
      code: 'reading.number',
      source: 'Surveys',
      place: '',
      column: 'effort',
      value: '',
      why: says.more(3),
    });
  });

  it('quotes long values cut', () => {
    const book = problemBook();
    book.value('number', nps, 'Surveys', 'A', 'score', 'x'.repeat(300));
    book.metric(nps, 'error', 'metric.field', 'Field', 'y'.repeat(300), says.field('nps', 'mean'));
    expect(book.problems().map(({ value }) => value.length)).toEqual([200, 200]);
  });
});
