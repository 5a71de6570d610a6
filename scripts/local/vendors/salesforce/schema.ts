/** A field as describe tells it (Salesforce, Object Reference; REST API Developer Guide, sObject Describe). */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type:
    | 'id'
    | 'string'
    | 'email'
    | 'reference'
    | 'double'
    | 'int'
    | 'boolean'
    | 'date'
    | 'datetime'
    | 'picklist'
    | 'url'
    | 'textarea';
  readonly length: number;
  readonly custom: boolean;
  readonly updateable: boolean;
  readonly createable: boolean;
  readonly nillable: boolean;
  readonly externalId: boolean;
  readonly unique: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
}

type Kind = Field['type'];

function field(name: string, type: Kind, more: Partial<Field> = {}): Field {
  const custom = name.endsWith('__c');
  return {
    ...{ name, label: name.replace(/__c$/, '').replace(/_/g, ' '), type, length: type === 'string' ? 255 : 0, custom },
    ...{ updateable: true, createable: true, nillable: true, externalId: false, unique: false },
    ...{ referenceTo: [], relationshipName: null, ...more },
  };
}

const link = (name: string, to: readonly string[], relationshipName: string): Field =>
  field(name, 'reference', { referenceTo: to, relationshipName });
const READ_ONLY = { updateable: false, createable: false, nillable: false };
const SYSTEM: readonly Field[] = [
  field('Id', 'id', READ_ONLY),
  field('IsDeleted', 'boolean', READ_ONLY),
  field('CreatedDate', 'datetime', READ_ONLY),
  field('LastModifiedDate', 'datetime', READ_ONLY),
  field('SystemModstamp', 'datetime', READ_ONLY),
];
const text = (...names: readonly string[]): Field[] => names.map((name) => field(name, 'string'));
const numbers = (...names: readonly string[]): Field[] => names.map((name) => field(name, 'double'));
const days = (...names: readonly string[]): Field[] => names.map((name) => field(name, 'date'));
const flags = (...names: readonly string[]): Field[] => names.map((name) => field(name, 'boolean'));
const ACCOUNT = link('AccountId', ['Account'], 'Account');

/** The org's objects and their fields. */
export const SCHEMA: Readonly<Record<string, readonly Field[]>> = {
  User: [
    ...SYSTEM,
    field('Name', 'string', { updateable: false }),
    field('Email', 'email'),
    link('ManagerId', ['User'], 'Manager'),
  ],
  Account: [
    ...SYSTEM,
    ...text('Name', 'Industry', 'Type'),
    field('Website', 'url'),
    field('NumberOfEmployees', 'int'),
    link('OwnerId', ['User'], 'Owner'),
    field('Customer_Id__c', 'string', { externalId: true, unique: true }),
    ...text('Team__c', 'Segment__c', 'Plan__c', 'Stage__c', 'Status__c', 'External_Ids__c'),
    ...numbers('MRR__c', 'Onboarding_Percent__c', 'Goal_Percent__c', 'Open_Invoices__c', 'Integrations__c'),
    ...days('Contract_Start__c', 'Renewal_Date__c'),
    field('Health_Score__c', 'double'),
    field('Health_Band__c', 'string'),
    field('Health_Reasons__c', 'textarea', { length: 32768 }),
    field('Health_As_Of__c', 'date'),
  ],
  Contact: [
    ...SYSTEM,
    ACCOUNT,
    field('Name', 'string', { updateable: false }),
    field('Email', 'email'),
    field('Role__c', 'picklist'),
    ...flags('Active__c'),
    ...days('Left_On__c'),
  ],
  Task: [
    ...SYSTEM,
    ACCOUNT,
    link('WhoId', ['Contact', 'Lead'], 'Who'),
    link('WhatId', ['Account', 'Opportunity'], 'What'),
    ...days('ActivityDate'),
    ...flags('IsClosed'),
    ...text('Subject', 'Status', 'TaskSubtype', 'Type', 'Kind__c', 'Participants__c', 'Roles__c'),
  ],
  Event: [
    ...SYSTEM,
    ACCOUNT,
    link('WhoId', ['Contact', 'Lead'], 'Who'),
    field('ActivityDateTime', 'datetime'),
    ...days('ActivityDate'),
    ...flags('IsChild'),
    ...text('Subject', 'Kind__c', 'Participants__c', 'Roles__c'),
  ],
  Case: [
    ...SYSTEM,
    ACCOUNT,
    field('ClosedDate', 'datetime'),
    ...flags('IsClosed'),
    ...text('Priority', 'Status'),
    ...numbers('CSAT__c'),
  ],
  Opportunity: [
    ...SYSTEM,
    ACCOUNT,
    ...text('Name', 'Type', 'StageName'),
    ...numbers('Amount'),
    ...days('CloseDate'),
    ...flags('IsClosed', 'IsWon'),
  ],
};

/** The first characters of an object's ids (Salesforce, Standard Field Record ID Prefix Decoder). */
const PREFIXES: Readonly<Record<string, string>> = {
  ...{ User: '005', Account: '001', Contact: '003', Task: '00T', Event: '00U', Case: '500', Opportunity: '006' },
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An id of 18 characters: prefix, number, and three characters that tell the case of the others. */
export function recordId(object: string, number: number): string {
  const short = `${PREFIXES[object] ?? 'a00'}5g${number.toString(36).toUpperCase().padStart(10, '0')}`;
  let suffix = '';
  for (let part = 0; part < 15; part += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) if (/[A-Z]/.test(short[part + at] as string)) bits |= 1 << at;
    suffix += ALPHABET[bits];
  }
  return short + suffix;
}
