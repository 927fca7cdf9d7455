// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/qtoptions.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

struct QtOption
{
    QLatin1String name;
    bool hasValue;
};

constexpr std::array qtOptions{
    QtOption{"display"_L1, true},
    QtOption{"dograb"_L1, false},
    QtOption{"geometry"_L1, true},
    QtOption{"icon"_L1, true},
    QtOption{"nograb"_L1, false},
    QtOption{"platform"_L1, true},
    QtOption{"platformpluginpath"_L1, true},
    QtOption{"platformtheme"_L1, true},
    QtOption{"plugin"_L1, true},
    QtOption{"qwindowgeometry"_L1, true},
    QtOption{"qwindowicon"_L1, true},
    QtOption{"qwindowtitle"_L1, true},
    QtOption{"reverse"_L1, false},
    QtOption{"session"_L1, true},
    QtOption{"style"_L1, true},
    QtOption{"stylesheet"_L1, true},
    QtOption{"title"_L1, true},
    QtOption{"widgetcount"_L1, false},
};

QString optionName(const QString &argument)
{
    if (!argument.startsWith(u'-'))
        return {};
    const QString name = argument.left(argument.indexOf(u'='));
    return name.sliced(name.startsWith("--"_L1) ? 2 : 1);
}

const QtOption *find(const QString &argument)
{
    const QString name = optionName(argument);
    const auto *found = std::find_if(qtOptions.begin(), qtOptions.end(),
                                     [&name](const QtOption &option) { return name == option.name; });
    return found == qtOptions.end() ? nullptr : found;
}

} // namespace

QStringList withoutQtOptions(const QStringList &arguments)
{
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--"_L1)
            return rest + arguments.sliced(i);
        const QtOption *option = find(argument);
        if (option == nullptr)
            rest.append(argument);
        else if (option->hasValue && !argument.contains(u'='))
            ++i; // its value
    }
    return rest;
}

bool namesPlatform(const QStringList &arguments)
{
    return std::any_of(arguments.cbegin(), arguments.cend(),
                       [](const QString &argument) { return optionName(argument) == "platform"_L1; });
}

} // namespace layerscope
