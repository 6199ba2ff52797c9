package com.mockhu.dm.file.storage;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Creates the client of an S3-compatible store. */
final class S3Connection {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** How long the store may be silent within a response, or after a file was sent. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /**
   * With all retries; shorter than the timeout of requests, so that these report a storage that is
   * unavailable.
   */
  static final Duration CALL = Duration.ofSeconds(4);

  private S3Connection() {}

  static S3Client open(S3Settings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        settings.accessKey().value(), settings.secretKey().value())))
            .forcePathStyle(settings.isPathStyle())
            // Not every store supports the newer checksums and chunk signatures of Amazon.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE)
                    .build())
            .overrideConfiguration(overrides());
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static ClientOverrideConfiguration overrides() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(CALL)
        .retryStrategy(RetryMode.STANDARD)
        // Settings come from DM_ variables only, not from files in a home folder.
        .defaultProfileFile(ProfileFile.aggregator().build())
        .build();
  }
}
