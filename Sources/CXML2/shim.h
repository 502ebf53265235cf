#pragma once
/* The system's libxml2 pulls in ICU's C headers, which clash with the ICU inside Foundation. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <string.h>

/* The SAX callbacks that a reader of HTML needs. */
typedef void (*cxml2_start_element)(void *context, const xmlChar *name, const xmlChar **attributes);
typedef void (*cxml2_end_element)(void *context, const xmlChar *name);
typedef void (*cxml2_text)(void *context, const xmlChar *text, int length);
typedef void (*cxml2_comment)(void *context, const xmlChar *text);

/* Sets exactly these callbacks on a parser, in place of those that build a tree. */
static inline void cxml2_set_handlers(htmlParserCtxtPtr parser, void *context, cxml2_start_element start,
                                      cxml2_end_element end, cxml2_text text, cxml2_comment comment) {
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = start;
  parser->sax->endElement = end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = text;
  parser->sax->comment = comment;
  parser->userData = context;
}
