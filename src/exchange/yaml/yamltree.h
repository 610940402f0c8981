#pragma once

#include "job/value.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <yaml-cpp/eventhandler.h>

#include <vector>

namespace braketeer::exchange {

/// Builds a document from the parser's events and watches over what the parser does not: types, keys, merges, depth
/// and the size that aliases grow to.
class YamlTree final : public YAML::EventHandler
{
public:
    /// Thrown to end the parser's work early; offset() and why() say where and why. Never leaves readYaml().
    struct Stop
    {
    };

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

    job::Value takeDocument() { return std::move(m_document); }

    bool failed() const { return !m_why.isEmpty(); }

    /// Where the last event came from, or what failed stands: a byte of the text.
    qsizetype offset() const { return m_offset; }

    const QString &why() const { return m_why; }

private:
    /// A node with the size it has when all aliases in it are written out, in bytes, roughly.
    struct Node
    {
        job::Value value = {};
        qsizetype size = 0;
    };

    struct Level
    {
        Node node = {};
        YAML::anchor_t anchor = 0;
        bool isBlock = false;
        bool keyIsNext = true;
        qsizetype keyOffset = -1;
        bool merges = false; ///< the value to come is that of the key <<
        QString key = {};
        QSet<QString> keys = {};
        QList<job::Value> merged = {};
    };

    [[noreturn]] void stop(QString why);
    void at(const YAML::Mark &mark);
    bool expectsKey() const;
    void open(Level level, const std::string &tag, const char *expectedTag);
    void close();
    void add(Node node, YAML::anchor_t anchor);
    void addKey(const QString &key);
    void scalarKey(const std::string &tag, const QString &text);
    job::Value plain(const QString &text);
    job::Value tagged(const std::string &tag, const QString &text);

    std::vector<Level> m_open;
    QHash<YAML::anchor_t, Node> m_anchors;
    job::Value m_document;
    qsizetype m_totalSize = 0;
    qsizetype m_offset = 0;
    QString m_why;
};

} // namespace braketeer::exchange
