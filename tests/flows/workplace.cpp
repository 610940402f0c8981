#include "flows/workplace.h"

#include "exchange/json/readjson.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace braketeer::tests {

Workplace::Workplace() : m_service(std::move(sandbox::Sandbox::start().value()))
{
    for (const auto &[name, value] : m_service->environment())
        m_environment.insert(name, value);
    m_environment.insert(u"BRAKETEER_DATA_DIR"_s, m_folder.path());
    m_environment.insert(u"AWS_CONFIG_FILE"_s, m_folder.filePath(u"config"_s));
    m_environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, m_folder.filePath(u"credentials"_s));
    m_environment.insert(u"AWS_MAX_ATTEMPTS"_s, u"1"_s);
}

std::shared_ptr<flows::Session> Workplace::session(flows::SessionOptions options) const
{
    flows::Surroundings surroundings;
    surroundings.environment = m_environment;
    return flows::openSession(std::move(options), surroundings).value();
}

std::shared_ptr<store::History> Workplace::history() const
{
    return QCoro::waitFor(store::History::open(historyFile())).value();
}

QList<store::Submission> Workplace::submissions() const
{
    const auto file = history();
    const auto rows = QCoro::waitFor(file->list({})).value().rows;
    QList<store::Submission> whole;
    for (const store::Submission &row : rows)
        whole.prepend(QCoro::waitFor(file->get(row.id)).value());
    return whole;
}

job::JobSpec validSpec(const QString &jobName)
{
    const QByteArray document = R"({
        "jobName": ")" + jobName.toUtf8()
                                + R"(",
        "roleArn": "arn:aws:iam::123456789012:role/AmazonBraketJobsExecutionRole",
        "algorithmSpecification": {"scriptModeConfig": {"entryPoint": "bell", "s3Uri": "s3://amazon-braket-x/bell.tar.gz",
            "compressionType": "GZIP"}},
        "instanceConfig": {"instanceType": "ml.m5.large", "volumeSizeInGb": 30},
        "outputDataConfig": {"s3Path": "s3://amazon-braket-x/out"},
        "hyperParameters": {"shots": "100"},
        "deviceConfig": {"device": "arn:aws:braket:::device/quantum-simulator/amazon/sv1"}})";
    return job::JobSpec(exchange::readJson(document).value());
}

core::Task<flows::LostAnswer> Person::confirmResend(flows::LostSubmission submission)
{
    asked << submission;
    co_return m_answer;
}

} // namespace braketeer::tests
