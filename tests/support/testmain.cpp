// SPDX-License-Identifier: GPL-3.0-or-later
// The main program of a folder of tests: the first argument says which of them, "-part 2/3" behind it that
// only the second of three parts of it is to run, and the others are QtTest's.
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

/// The rows that are to run: every `count`th, beginning with the `number`th.
struct Part
{
    int number = 1;
    int count = 1;
    int rows = 0; ///< So far, of all parts.
};

Part &part()
{
    static Part ours;
    return ours;
}

/// "2/3"; false: it is none.
bool readPart(const char *text, Part &part)
{
    char rest = 0;
    return std::sscanf(text, "%d/%d%c", &part.number, &part.count, &rest) == 2 && part.number >= 1 &&
           part.number <= part.count;
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

bool isNextOfThisPart()
{
    Part &ours = part();
    return ours.rows++ % ours.count == ours.number - 1;
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
    const bool hasPart = argc > 2 && std::strcmp(argv[2], "-part") == 0;
    if (entry == all.cend() || (hasPart && !(argc > 3 && readPart(argv[3], part())))) {
        std::fprintf(stderr, "usage: %s TEST [-part NUMBER/COUNT] [QTEST OPTIONS]; TEST is one of these:\n",
                     argv[0]);
        for (const Entry &one : all)
            std::fprintf(stderr, "  %s\n", one.name.c_str());
        return 2;
    }
    // QtTest takes the rest; the program keeps its name, which some tests start again.
    std::vector<char *> arguments(argv, argv + argc);
    arguments.erase(arguments.begin() + 1, arguments.begin() + (hasPart ? 4 : 2));
    arguments.push_back(nullptr);
    const int result = entry->main(static_cast<int>(arguments.size()) - 1, arguments.data());
    if (result == 0 && hasPart && part().rows == 0) {
        std::fprintf(stderr, "%s has no parts: LAYERSCOPE_PARTS() is missing in its init().\n", wanted);
        return 2;
    }
    return result;
}
