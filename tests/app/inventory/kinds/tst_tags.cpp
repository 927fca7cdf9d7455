// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.37
class TestTags : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestTags::oddRows_data()
{
    addQuirks();
    quirk("with blanks and signs", R"({"name":" =keep; a, b "})", "name", u" =keep; a, b "_s);
    quirk("on nothing", R"({"referenceCount":0})", "reference_count", u"0"_s);
    quirk("not counted", R"({"referenceCount":null})", "reference_count", {});
    quirk("of the API itself", R"({"internal":1})", "internal", u"1"_s);
}

void TestTags::oddRows()
{
    compareQuirk(RowKind::Tag);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTags)
#include "tst_tags.moc"
