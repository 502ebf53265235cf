#pragma once
/* The system's libxml2 pulls in ICU's C headers, which clash with the ICU inside Foundation. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
