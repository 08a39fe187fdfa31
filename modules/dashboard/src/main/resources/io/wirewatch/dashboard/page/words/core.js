/** The words of the frame, the list and the filters. */
export default {
  en: {
    'api.noAnswer': 'The server does not answer.',
    'api.noJson': 'The server answered with something that is no JSON.',
    'severity.CRITICAL': 'Critical', 'severity.HIGH': 'High', 'severity.MEDIUM': 'Medium', 'severity.LOW': 'Low',
    'language.en': 'English', 'language.ar': 'Arabic', 'language.ckb': 'Sorani', 'language.kmr': 'Kurmanji', 'language.other': 'Other',
    'tab.alerts': 'Alerts', 'tab.articles': 'Articles', 'tab.silences': 'Silences', 'tab.health': 'Health', 'tab.test': 'Rule tester', 'tab.reports': 'Reports',
    'panel.broken': 'This part of the page does not work: {0}', 'panel.again': 'Try again',
  },
  ar: {
    'api.noAnswer': 'الخادم لا يستجيب.',
    'api.noJson': 'أجاب الخادم بما ليس JSON.',
    'severity.CRITICAL': 'حرج', 'severity.HIGH': 'عالٍ', 'severity.MEDIUM': 'متوسط', 'severity.LOW': 'منخفض',
    'language.en': 'الإنجليزية', 'language.ar': 'العربية', 'language.ckb': 'السورانية', 'language.kmr': 'الكرمانجية', 'language.other': 'أخرى',
    'tab.alerts': 'التنبيهات', 'tab.articles': 'المقالات', 'tab.silences': 'فترات الصمت', 'tab.health': 'الحالة', 'tab.test': 'اختبار القواعد', 'tab.reports': 'التقارير',
    'panel.broken': 'هذا الجزء من الصفحة لا يعمل: {0}', 'panel.again': 'أعد المحاولة',
  },
};
