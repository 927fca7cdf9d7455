// SPDX-License-Identifier: GPL-3.0-or-later
// The file with the accounts. What is not touched must stay to the byte, what is written must be read again.
#include "accounts/initext.h"

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    IniText text(bytes);
    if (text.text() != bytes)
        qFatal("reading changes the text");
    const QList<int> numbers = text.numbersBelow(u"accounts"_s);
    int to = 0;
    for (const int number : numbers)
        text.renumber(u"accounts"_s, number, ++to);
    if (text.numbersBelow(u"accounts"_s).size() != numbers.size())
        qFatal("an entry is lost by its number");
    // Whatever stood there: a text that QString takes.
    const QString value = QString::fromUtf8(bytes);
    text.setValue(u"accounts/1/name"_s, value);
    if (text.value(u"accounts/1/name"_s) != value)
        qFatal("a value is not read as written");
    if (IniText(text.text()).value(u"accounts/1/name"_s) != value)
        qFatal("a value is not there the next time");
    text.remove(u"accounts"_s);
    if (!text.numbersBelow(u"accounts"_s).isEmpty())
        qFatal("an entry is left");
    return 0;
}
