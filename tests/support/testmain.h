// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace layerscope {

/// A test class that waits in its folder's executable to be run by the name of its file; see testmain.cpp.
class RegisteredTest
{
public:
    using Main = int (*)(int argc, char **argv);

    /// `file`: "…/tst_decimal.cpp". Only as a static variable.
    RegisteredTest(const char *file, Main main);
};

/// Counts a row, and says whether it is one of the part of the class that this program was started for. Which
/// are the rows of a part follows from their order alone: it has to be the same in each run.
[[nodiscard]] bool isNextOfThisPart();

} // namespace layerscope

/// In place of QTEST_MAIN(Class): LAYERSCOPE_TEST(QTEST_MAIN, Class). Whatever Qt's macro does before the
/// test it does here, too, in a main() of the test's own. Last in the file, before its moc.
#define LAYERSCOPE_TEST(Main, Class)                                                                         \
    namespace mainOf##Class                                                                                  \
    {                                                                                                        \
        Main(Class)                                                                                          \
    }                                                                                                        \
    static const layerscope::RegisteredTest registered##Class(__FILE__, &mainOf##Class::main);

/// In init() of a class that layerscope_tests() of CMake splits into PARTS: QtTest calls it once a row, and
/// for each function without data.
#define LAYERSCOPE_PARTS()                                                                                   \
    do {                                                                                                     \
        if (!layerscope::isNextOfThisPart())                                                                 \
            QSKIP("Another part of this class runs it.");                                                    \
    } while (false)
