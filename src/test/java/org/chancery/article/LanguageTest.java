package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One invented report in many languages: each is recognised, and English never is. */
class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "French | La ministre des Affaires étrangères a rencontré lundi son homologue à Dakar. Les deux pays ont signé un accord sur la pêche, qui doit entrer en vigueur dans un an.",
        "Spanish | La ministra de Asuntos Exteriores se reunió el lunes con su homólogo en Lima. Los dos países firmaron un acuerdo sobre la pesca que entrará en vigor dentro de un año.",
        "Portuguese | A ministra dos Negócios Estrangeiros reuniu-se na segunda-feira com o seu homólogo em Maputo. Os dois países assinaram um acordo sobre as pescas que não entra em vigor antes de um ano.",
        "Italian | La ministra degli Esteri ha incontrato lunedì il suo omologo a Malta. I due paesi hanno firmato un accordo sulla pesca che entrerà in vigore tra un anno e non prima.",
        "German | Die Außenministerin hat am Montag ihren Amtskollegen in Wien getroffen. Beide Länder haben ein Abkommen über die Fischerei unterzeichnet, das in einem Jahr in Kraft treten wird, und es soll auch für die Häfen gelten.",
        "Dutch | De minister van Buitenlandse Zaken heeft maandag haar collega in Brussel ontmoet. De twee landen hebben een akkoord over de visserij getekend dat over een jaar van kracht wordt.",
        "Swedish | Utrikesministern träffade på måndagen sin kollega i Oslo. De två länderna har undertecknat ett avtal om fisket som ska börja gälla om ett år, och det ska inte ändras.",
        "Danish or Norwegian | Utenriksministeren møtte mandag sin kollega i Bergen. De to landene har undertegnet en avtale om fiske som skal tre i kraft om et år, og det er ikke ventet at den blir endret.",
        "Finnish | Ulkoministeri tapasi maanantaina virkaveljensä Tallinnassa ja he allekirjoittivat sopimuksen. Se on voimassa vuoden, mutta ministerit sanoivat että sopimus ei ole vielä valmis, ja he tapaavat pian sekä muita ministereitä että lähettiläitä.",
        "Polish | Minister spotkała się w poniedziałek ze swoim odpowiednikiem w Gdańsku. Oba kraje podpisały umowę o rybołówstwie, która wejdzie w życie za rok, i nie będzie ona zmieniona do końca roku, jak powiedziała na konferencji.",
        "Czech or Slovak | Ministryně se v pondělí setkala se svým protějškem v Brně. Obě země podpisaly dohodu o rybolovu, která vstoupí v platnost za rok a na které se pracovalo od jara, jak řekla po jednání.",
        "Hungarian | A miniszter hétfőn találkozott kollégájával a fővárosban. A két ország aláírt egy megállapodást a halászatról, és az egy év múlva lép hatályba, de a részletek még nem ismertek, mint mondta.",
        "Romanian | Ministra s-a întâlnit luni cu omologul ei la Iași. Cele două țări au semnat un acord de pescuit care va intra în vigoare peste un an, și nu mai poate fi schimbat din primăvară.",
        "Turkish | Bakan pazartesi günü mevkidaşı ile bir araya geldi. İki ülke balıkçılık için bir anlaşma imzaladı ve bu anlaşma bir yıl sonra yürürlüğe girecek, ancak daha çok ayrıntı için beklemek de gerek.",
        "Indonesian or Malay | Menteri itu bertemu dengan rekannya di ibu kota pada hari Senin. Kedua negara telah menandatangani perjanjian perikanan yang akan berlaku dalam setahun dan tidak dapat diubah oleh pihak lain.",
        "Swahili | Waziri alikutana na mwenzake katika mji mkuu siku ya jumatatu. Nchi hizo mbili zilitia saini mkataba wa uvuvi ambao ni wa mwaka mmoja na pia utaanza kutumika kwa haraka katika bandari za nchi hizo.",
        "Vietnamese | bộ trưởng đã gặp người đồng cấp trong ngày thứ hai và hai nước đã ký một hiệp định về nghề cá, hiệp định này được cho là có hiệu lực với các cảng của hai nước trong một năm",
      })
  void otherLanguagesAreRecognised(String language, String text) {
    assertThat(Language.standard().foreign(text)).contains("in " + language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cyrillic | Министры двух стран встретились в понедельник и подписали соглашение о рыболовстве.",
        "Greek | Οι υπουργοί των δύο χωρών συναντήθηκαν τη Δευτέρα και υπέγραψαν συμφωνία.",
        "Arabic | التقى وزيرا البلدين يوم الاثنين ووقعا اتفاقا بشأن مصايد الأسماك في العاصمة.",
        "Han | 两国外交部长星期一在首都举行会晤，并签署了渔业协定，协定将在一年后生效，双方对此表示满意，并同意继续合作。",
        "Hangul | 두 나라의 장관은 월요일에 수도에서 만나 어업 협정에 서명했다. 협정은 일 년 뒤에 발효되며 양측은 협력을 이어 가기로 했다.",
        "Devanagari | दोनों देशों के मंत्रियों ने सोमवार को राजधानी में मुलाकात की और मत्स्य समझौते पर हस्ताक्षर किए।",
      })
  void otherScriptsAreRecognised(String script, String text) {
    assertThat(Language.standard().foreign(text)).contains("in " + script + " script");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ministers of Chile and Peru met in Lima on Monday and signed an agreement on fishing, which is to enter into force within a year.",
        "MINISTERS OF CHILE AND PERU MET IN LIMA ON MONDAY AND SIGNED AN AGREEMENT ON FISHING",
        "Delegation: Juana Quispe de la Cruz, María del Carmen de los Ríos y Vega, João dos Santos da Silva, Luís de Camões e Castro",
        "Le ministre a signé.",
        "The minister said 'Dios mío, qué alegría de verlos a todos en la casa de mi madre' and then signed the treaty, which had been in the making for years, with her counterpart.",
        "Signed: fishing treaty. Next round: Oslo, May. No date set for talks on ports.",
      })
  void englishAndWhatIsInDoubtStay(String text) {
    assertThat(Language.standard().foreign(text)).isEmpty();
  }

  @Test
  void twoLanguagesInOneTextAreNotForeign() {
    String english = "The ministers met in Lima and signed an agreement on the fishing of both. ";
    String spanish = "Los ministros se reunieron en Lima y firmaron un acuerdo de pesca. ";
    assertThat(Language.standard().foreign(english.repeat(3) + spanish.repeat(3))).isEmpty();
  }
}
