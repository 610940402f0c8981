#pragma once

#include "documents.h"

#include <QHash>
#include <QTest>

/// Documents as commands, and words back as documents: what tests of shells share. Both are remembered, because several
/// shells take the same command and give the same words.
class RoundTrip
{
public:
    struct Commands
    {
        QList<QString> texts;
        QList<braketeer::job::Value> wanted;
    };

    RoundTrip() = default;

    RoundTrip(QList<braketeer::job::JobSpec> documents, braketeer::exchange::CommandContext context)
        : m_documents(std::move(documents)), m_context(std::move(context))
    {
    }

    /// The commands of all documents that are exported in this form. Hardened ones have little to vary: a quarter of
    /// the documents will do.
    const Commands &commands(const QString &target, braketeer::exchange::Form form)
    {
        using namespace braketeer::exchange;
        Commands &commands = m_commands[{target, int(form)}];
        if (!commands.texts.isEmpty())
            return commands;
        CommandContext asked = m_context;
        asked.form = form;
        for (const auto &spec : m_documents.mid(0, form == Form::Readable ? -1 : m_documents.size() / 4)) {
            const auto exported = exportDocument(spec, *findTarget(target), asked);
            if (!exported || exported->form != form)
                continue;
            commands.texts << exported->text;
            commands.wanted << spec.root();
        }
        return commands;
    }

    /// Why these words, read as the AWS CLI reads them, are not the document; empty when they are.
    QString fault(const QStringList &words, const braketeer::job::Value &wanted)
    {
        if (words.mid(2, 4)
            != QStringList{QStringLiteral("--profile"), m_context.profile, QStringLiteral("--region"),
                           m_context.region})
            return QStringLiteral("profile and region are not what they were: ") + words.join(u'\n');
        const auto known = m_right.constFind(words);
        if (known != m_right.cend())
            return *known == wanted ? QString() : QStringLiteral("another document has the same words");
        QString why;
        const std::optional<braketeer::job::Value> again = readBack(words, why);
        if (!again || *again != wanted)
            return why + u'\n' + words.join(u'\n');
        m_right.insert(words, wanted);
        return {};
    }

private:
    QList<braketeer::job::JobSpec> m_documents;
    braketeer::exchange::CommandContext m_context;
    QHash<std::pair<QString, int>, Commands> m_commands;
    QHash<QStringList, braketeer::job::Value> m_right;
};
