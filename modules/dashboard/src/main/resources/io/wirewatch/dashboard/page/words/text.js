/** What is found in a text: kinds of names, levels of regions, words that matched. */
export default {
  en: {
    'entity.PERSON': 'Person',
    'entity.ORGANIZATION': 'Organisation',
    'entity.LOCATION': 'Place',
    'entity.GROUP': 'Group',
    'entity.NATIONALITY': 'Nationality',
    'level.COUNTRY': 'country',
    'level.ADMIN1': 'province',
    'level.PLACE': 'place',
    'text.legend': 'What is shown in the text',
    'text.matched': 'Matched words',
    'text.matchedBy': '{0}: matches “{1}”',
  },
  ar: {
    'entity.PERSON': 'شخص',
    'entity.ORGANIZATION': 'منظمة',
    'entity.LOCATION': 'مكان',
    'entity.GROUP': 'جماعة',
    'entity.NATIONALITY': 'جنسية',
    'level.COUNTRY': 'دولة',
    'level.ADMIN1': 'محافظة',
    'level.PLACE': 'مكان',
    'text.legend': 'ما يظهر في النص',
    'text.matched': 'الكلمات المطابقة',
    'text.matchedBy': '{0}: تطابق «{1}»',
  },
};
