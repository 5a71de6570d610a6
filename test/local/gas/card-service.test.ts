import { evaluate, failure } from './script-project';

const card = (body: string) =>
  `const section = CardService.newCardSection(); ${body}
   return JSON.parse(CardService.newCardBuilder().addSection(section).build().printJson());`;

describe('CardService (Apps Script reference, Card Service)', () => {
  it('prints a card as its header, sections and widgets were set', () => {
    const script = `
      const link = CardService.newOpenLink().setUrl('https://docs.google.com/x');
      const button = CardService.newTextButton().setText('Open').setOpenLink(link);
      const section = CardService.newCardSection().setHeader('Acme')
        .addWidget(CardService.newDecoratedText().setTopLabel('a').setText('b').setBottomLabel('c').setWrapText(true))
        .addWidget(CardService.newButtonSet().addButton(button));
      return JSON.parse(CardService.newCardBuilder()
        .setHeader(CardService.newCardHeader().setTitle('T').setSubtitle('S')).addSection(section).build().printJson());`;
    expect(evaluate(script)).toEqual({
      header: { title: 'T', subtitle: 'S' },
      sections: [
        {
          header: 'Acme',
          widgets: [
            { decoratedText: { topLabel: 'a', text: 'b', bottomLabel: 'c', wrapText: true } },
            {
              buttonList: { buttons: [{ text: 'Open', onClick: { openLink: { url: 'https://docs.google.com/x' } } }] },
            },
          ],
        },
      ],
    });
  });

  it('copies a widget when it is added', () => {
    const body = `const text = CardService.newTextParagraph().setText('before'); section.addWidget(text); text.setText('after');`;
    expect(evaluate(card(body))).toEqual({ sections: [{ widgets: [{ textParagraph: { text: 'before' } }] }] });
  });

  it('takes 100 widgets and not one more ("Restrictions")', () => {
    const fill = (count: number) =>
      card(`for (let n = 0; n < ${count}; n++) section.addWidget(CardService.newTextParagraph().setText('x'));`);
    expect((evaluate(fill(100)) as { sections: { widgets: unknown[] }[] }).sections[0]?.widgets).toHaveLength(100);
    expect(failure(fill(101))).toMatch(/100/);
  });

  it('refuses an empty card and what is of another kind', () => {
    expect(failure('CardService.newCardBuilder().build()')).toMatch(/at least one section/);
    expect(failure(card(''))).toMatch(/at least one widget/);
    expect(failure(card('section.addWidget(CardService.newTextButton())'))).toMatch(/CardSection.addWidget/);
    expect(failure('CardService.newTextParagraph().setText(5)')).toMatch(/\(number\)/);
    expect(failure('CardService.newGrid()')).toBe('not implemented: CardService.newGrid');
  });
});

describe('GmailApp beside an open message (Google Workspace add-ons, "Extending the message UI")', () => {
  it('asks for a scope of the open message', () => {
    expect(failure(`GmailApp.getMessageById('m')`)).toMatch(
      /^You do not have permission to call GmailApp.getMessageById/,
    );
  });
});
