#include "common/analysis/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/text/apostrophe.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// The prolonged sound mark, also half-width, which belongs to no script.
constexpr bool is_sound_mark(char32_t c) { return c == 0x30FC || c == 0xFF70; }

constexpr char32_t first_unspaced = 0x0E00;

CharacterClass class_of_letter(char32_t c) {
  if (c < first_unspaced) return CharacterClass::letter;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return CharacterClass::ideograph;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return CharacterClass::unspaced;
    default:
      return is_sound_mark(c) ? CharacterClass::ideograph : CharacterClass::letter;
  }
}

constexpr char32_t zero_width_space = 0x200B;

CharacterClass class_by_category(char32_t c) {
  constexpr std::uint32_t letters = U_GC_L_MASK | U_GC_NL_MASK;
  const std::uint32_t category = 1U << u_charType(static_cast<UChar32>(c));
  if ((category & letters) != 0) return class_of_letter(c);
  if ((category & U_GC_ND_MASK) != 0) return CharacterClass::digit;
  if ((category & U_GC_M_MASK) != 0) return CharacterClass::mark;
  if ((category & U_GC_SC_MASK) != 0) return CharacterClass::currency;
  if ((category & U_GC_CF_MASK) != 0 && c != zero_width_space) return CharacterClass::ignorable;
  return CharacterClass::separator;
}

}  // namespace

CharacterClass class_of(char32_t c) {
  // Full-width forms of ASCII do what ASCII does.
  if (within(c, 0xFF01, 0xFF5E)) c -= 0xFEE0;
  if (c < 0x80) return characters::ascii_class(static_cast<unsigned char>(c));
  if (is_apostrophe(c)) return CharacterClass::apostrophe;
  switch (c) {
    case 0x00B7:  // Catalan: col·lecció
    case 0x05F3:  // Hebrew: geresh and gershayim
    case 0x05F4:
      return CharacterClass::apostrophe;
    case 0x2010:
    case 0x2011:
      return CharacterClass::hyphen;
    case 0x2012:
    case 0x2013:
      return CharacterClass::dash;
    case 0x066B:  // Arabic decimal and thousands separators
      return CharacterClass::dot;
    case 0x066C:
      return CharacterClass::comma;
    default:
      break;
  }
  // Half-width voicing marks are letters to Unicode, but ｶﾞ is one character: ガ.
  if (within(c, 0xFF9E, 0xFF9F)) return CharacterClass::mark;
  // CO₂ is CO2, but m² and a footnote's number are not m2.
  if (within(c, 0x2080, 0x2089)) return CharacterClass::digit;
  if (within(c, 0x4E00, 0x9FFF)) return CharacterClass::ideograph;
  return class_by_category(c);
}

Character character_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  const CharacterClass kind = class_of_byte(text[position]);
  if (kind != CharacterClass::beyond_ascii) {
    return {static_cast<unsigned char>(text[position]), 1, kind};
  }
  const CodePoint point = code_point_at(text, position);
  return {point.value, point.length,
          point.valid ? class_of(point.value) : CharacterClass::separator};
}

}  // namespace backfile
