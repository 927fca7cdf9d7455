// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/maskparser.h"

#include <optional>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepestNesting = 64; // protects our own stack from hostile input

/// Recursive descent over the mask's text. After the first error every step does nothing.
class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {}

    Result<MaskTree, WireError> parse()
    {
        skipBlanks();
        if (!atEnd())
            parseRoots();
        if (!m_error && !atEnd())
            fail();
        if (m_error)
            return Unexpected(*m_error);
        return m_tree;
    }

private:
    void parseRoots()
    {
        // "[mask[a],mask(Type)[b]]" holds several masks, "[a,b]" is a bare set.
        const bool bracketed = peek() == u'[';
        if (bracketed)
            take();
        if (startsRoot()) {
            do {
                parseRoot();
            } while (accept(u','));
        } else {
            m_tree.roots.append({{}, parseList(1)});
        }
        if (bracketed)
            expect(u']');
    }

    [[nodiscard]] bool startsRoot() const
    {
        for (const QString &word : {u"mask"_s, u"filteredMask"_s}) {
            if (!QStringView(m_text).sliced(m_position).startsWith(word))
                continue;
            qsizetype next = m_position + word.size();
            while (next < m_text.size() && m_text.at(next).isSpace())
                ++next;
            if (next == m_text.size() || u"[(.,]"_s.contains(m_text.at(next)))
                return true;
        }
        return false;
    }

    void parseRoot()
    {
        if (!startsRoot())
            return fail();
        m_tree.isFiltered = (parseName() == "filteredMask"_L1) || m_tree.isFiltered;
        RootMask root;
        root.cast = parseCast();
        if (accept(u'.'))
            root.children.append(parseProperty(1));
        else if (peek() == u'[')
            root.children = parseSet(1);
        m_tree.roots.append(root);
    }

    QList<MaskNode> parseSet(int depth)
    {
        expect(u'[');
        if (accept(u']'))
            return {};
        const QList<MaskNode> nodes = parseList(depth);
        expect(u']');
        return nodes;
    }

    QList<MaskNode> parseList(int depth)
    {
        QList<MaskNode> nodes;
        do {
            nodes.append(parseProperty(depth));
        } while (!m_error && (accept(u',') || accept(u';')));
        return nodes;
    }

    MaskNode parseProperty(int depth)
    {
        MaskNode node;
        if (depth > deepestNesting)
            fail();
        node.name = parseName();
        node.cast = parseCast();
        if (m_error)
            return node;
        if (accept(u'.'))
            node.children.append(parseProperty(depth + 1));
        else if (peek() == u'[')
            node.children = parseSet(depth + 1);
        return node;
    }

    QString parseCast()
    {
        if (!accept(u'('))
            return {};
        const QString type = parseName();
        expect(u')');
        return type;
    }

    QString parseName()
    {
        const qsizetype start = m_position;
        while (!atEnd() && (peek().isLetterOrNumber() || peek() == u'_'))
            ++m_position;
        const QString name = m_text.sliced(start, m_position - start);
        if (name.isEmpty())
            fail();
        skipBlanks();
        return name;
    }

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_position); }

    void take()
    {
        ++m_position;
        skipBlanks();
    }

    bool accept(QChar wanted)
    {
        if (m_error || peek() != wanted)
            return false;
        take();
        return true;
    }

    void expect(QChar wanted)
    {
        if (!accept(wanted))
            fail();
    }

    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace())
            ++m_position;
    }

    void fail()
    {
        if (m_error)
            return;
        const QString found = atEnd() ? u"end"_s : QString(u'\'' + peek() + u'\'');
        m_error =
            WireError{500, u"SoftLayer_Exception_WebService_ObjectMask"_s,
                      u"Malformed object mask: unexpected %1 at position %2."_s.arg(found).arg(m_position)};
    }

    const QString &m_text;
    qsizetype m_position = 0;
    MaskTree m_tree;
    std::optional<WireError> m_error;
};

} // namespace

Result<MaskTree, WireError> parseMask(const QString &text)
{
    return Parser(text).parse();
}

} // namespace layerscope::demo
