// SPDX-License-Identifier: GPL-3.0-or-later
// The main program of a folder of tests: the first argument says which of them, the others are QtTest's.
#include "support/testmain.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace layerscope {

namespace {

struct Entry
{
    std::string name;
    RegisteredTest::Main main;
};

std::vector<Entry> &entries()
{
    static std::vector<Entry> all;
    return all;
}

/// "tst_decimal" of "/a/b/tst_decimal.cpp"
std::string nameOf(std::string_view file)
{
    file.remove_prefix(file.find_last_of("/\\") + 1); // npos + 1 is 0
    return std::string(file.substr(0, file.find_last_of('.')));
}

} // namespace

RegisteredTest::RegisteredTest(const char *file, Main main)
{
    entries().push_back({nameOf(file), main});
}

} // namespace layerscope

int main(int argc, char **argv)
{
    using namespace layerscope;
    std::vector<Entry> &all = entries();
    std::sort(all.begin(), all.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    const char *wanted = argc > 1 ? argv[1] : "";
    const auto entry =
        std::find_if(all.cbegin(), all.cend(), [wanted](const Entry &one) { return one.name == wanted; });
    if (entry == all.cend()) {
        std::fprintf(stderr, "usage: %s TEST [QTEST OPTIONS]; TEST is one of these:\n", argv[0]);
        for (const Entry &one : all)
            std::fprintf(stderr, "  %s\n", one.name.c_str());
        return 2;
    }
    // QtTest takes the rest; the program keeps its name, which some tests start again.
    std::vector<char *> arguments(argv, argv + argc);
    arguments.erase(arguments.begin() + 1);
    arguments.push_back(nullptr);
    return entry->main(static_cast<int>(arguments.size()) - 1, arguments.data());
}
