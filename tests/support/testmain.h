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

} // namespace layerscope

/// In place of QTEST_MAIN(Class): LAYERSCOPE_TEST(QTEST_MAIN, Class). Whatever Qt's macro does before the
/// test it does here, too, in a main() of the test's own. Last in the file, before its moc.
#define LAYERSCOPE_TEST(Main, Class)                                                                         \
    namespace mainOf##Class                                                                                  \
    {                                                                                                        \
        Main(Class)                                                                                          \
    }                                                                                                        \
    static const layerscope::RegisteredTest registered##Class(__FILE__, &mainOf##Class::main);
