#pragma once

#include "flows/interaction.h"
#include "flows/session.h"
#include "job/jobspec.h"
#include "sandbox/sandbox.h"
#include "store/history/history.h"

#include <QCoroTask>
#include <QTemporaryDir>

#include <memory>

namespace braketeer::tests {

/// A sandbox, a data folder of its own, and sessions that work between the two. Nothing of the machine's own
/// configuration is read.
class Workplace final
{
public:
    Workplace();

    sandbox::Sandbox &service() { return *m_service; }

    QString folder() const { return m_folder.path(); }

    QString historyFile() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }

    /// One try a request unless set otherwise, so that what the service does shows at once.
    QProcessEnvironment &environment() { return m_environment; }

    std::shared_ptr<flows::Session> session(flows::SessionOptions options = {}) const;

    /// The history of a session of its own, so that it sees what is on the disk.
    std::shared_ptr<store::History> history() const;
    QList<store::Submission> submissions() const; ///< oldest first, whole

private:
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_service;
    QProcessEnvironment m_environment;
};

/// A document that the service takes.
job::JobSpec validSpec(const QString &jobName = QStringLiteral("bell"));

/// The error's text for a failure message; empty for a value.
template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

/// Answers every question the same, and counts them.
class Person final : public flows::Interaction
{
public:
    explicit Person(flows::LostAnswer answer) : m_answer(answer) { }

    core::Task<flows::LostAnswer> confirmResend(flows::LostSubmission submission) override;

    QList<flows::LostSubmission> asked;

private:
    const flows::LostAnswer m_answer;
};

} // namespace braketeer::tests
