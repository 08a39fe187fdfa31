/** Texts to try the tester with; made up for it, as are the sources. */
export const EXAMPLES = [
  {
    headline: 'Crossing near Al-Qaim closes after an attack by ISIS',
    body: 'BAGHDAD - The border crossing at Al-Qaim in Anbar was closed on Tuesday, an officer of the Iraqi army said.\nTwo lorries wait on the Syrian side. Troops that were to withdraw from the frontier this week stay until further notice.',
    source: 'example-wire',
  },
  {
    headline: 'إغلاق معبر حدودي غرب الأنبار',
    body: 'أعلن ضابط في الجيش العراقي يوم الثلاثاء إغلاق المعبر الحدودي مع سوريا بعد هجوم شنه تنظيم داعش.\nوقال إن القوات أجلت انسحابها من الحدود إلى إشعار آخر.',
    source: 'example-wire',
  },
  {
    headline: 'Town council of Erbil opens a reading room',
    body: 'The room holds four thousand books. It is open until the evening, and entry is free.',
    source: 'example-gazette',
  },
];

/** A rule file to begin with. */
export const RULES_EXAMPLE = `version: 1
concepts:
  closure:
    en: [closure, {term: close}, {phrase: "shut down", slop: 1}]
    ar: [إغلاق]
rules:
  - id: crossing-closed
    title: A crossing is closed
    severity: high
    when:
      near:
        within: 8
        of: [{concept: closure}, {any: [{term: crossing}, {term: border}, {term: معبر}]}]
    filters: {region: [IQ, SY]}
`;
