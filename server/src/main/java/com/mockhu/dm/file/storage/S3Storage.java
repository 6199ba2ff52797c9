package com.mockhu.dm.file.storage;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Stores files in a bucket. A file is one PUT of known length, which a store accepts whole or not
 * at all, so that a crash leaves no parts.
 */
public final class S3Storage implements Storage, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(S3Storage.class);

  /** Time for a file of the largest kind over a slow line. */
  private static final Duration LONGEST_PUT = Duration.ofSeconds(60);

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final String storageClass;

  private S3Storage(S3Client client, String bucket, String prefix, String storageClass) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.storageClass = storageClass;
  }

  public static S3Storage open(S3Settings settings) {
    return new S3Storage(S3Connection.open(settings), settings.bucket(), settings.prefix(), null);
  }

  /** Another place in the same store; {@code storageClass} is null for the bucket's default. */
  public S3Storage elsewhere(String otherBucket, String otherPrefix, String otherClass) {
    return new S3Storage(client, otherBucket, otherPrefix, otherClass);
  }

  /**
   * A store that is unavailable now is only logged: all but files works without it.
   *
   * @throws StartupException when the store answers that the bucket does not exist or is forbidden
   */
  public void check() {
    try {
      client.headBucket(request -> request.bucket(bucket));
    } catch (S3Exception e) {
      if (e.statusCode() < 500) {
        throw new StartupException(
            ("The bucket " + bucket + " (DM_S3_BUCKET or DM_STORAGE_COLD_BUCKET) cannot be used: ")
                + ("the store says " + e.statusCode() + ". Is its name right, and do ")
                + "DM_S3_ACCESS_KEY and DM_S3_SECRET_KEY belong to it?",
            e);
      }
      LOG.warn("The file storage is unavailable: {}", reason(e));
    } catch (SdkException e) {
      LOG.warn("The file storage is unavailable: {}", reason(e));
    }
  }

  /** Whether the store answers for the bucket. */
  public boolean isAvailable() {
    try {
      client.headBucket(request -> request.bucket(bucket));
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  @Override
  public void keep(String key, Path file) throws IOException {
    String name = name(key);
    // Read here, so that a missing file fails before the store is asked.
    Files.size(file);
    call(
        key,
        () ->
            client.putObject(
                request ->
                    request
                        .bucket(bucket)
                        .key(name)
                        .storageClass(storageClass)
                        .overrideConfiguration(c -> c.apiCallTimeout(LONGEST_PUT)),
                RequestBody.fromFile(file)));
    Files.deleteIfExists(file);
  }

  @Override
  public Optional<Path> onDisk(String key) {
    StorageKeys.checked(key);
    return Optional.empty();
  }

  @Override
  public InputStream open(String key, long offset, long length) throws IOException {
    String name = name(key);
    String range = "bytes=" + offset + "-" + (offset + length - 1);
    ResponseInputStream<GetObjectResponse> in =
        call(key, () -> client.getObject(request -> request.bucket(bucket).key(name).range(range)));
    return new AbortableStream(in);
  }

  @Override
  public void remove(String key) throws IOException {
    String name = name(key);
    call(key, () -> client.deleteObject(request -> request.bucket(bucket).key(name)));
  }

  @Override
  public void list(Consumer<List<Kept>> some) throws IOException {
    String from = null;
    do {
      String token = from;
      ListObjectsV2Response page =
          call(
              prefix,
              () ->
                  client.listObjectsV2(
                      request -> request.bucket(bucket).prefix(prefix).continuationToken(token)));
      some.accept(
          page.contents().stream()
              .map(this::kept)
              .filter(each -> StorageKeys.isKey(each.key()))
              .toList());
      from = page.nextContinuationToken();
    } while (from != null);
  }

  private Kept kept(S3Object found) {
    return new Kept(found.key().substring(prefix.length()), found.size(), found.lastModified());
  }

  private String name(String key) {
    return prefix + StorageKeys.checked(key);
  }

  private static <T> T call(String key, Supplier<T> work) throws IOException {
    try {
      return work.get();
    } catch (S3Exception e) {
      if (e.statusCode() == 404 && !"NoSuchBucket".equals(e.awsErrorDetails().errorCode())) {
        throw new NoSuchFileException(key);
      }
      if (isFull(e)) {
        throw new StorageFullException(reason(e), e);
      }
      throw new StorageUnavailableException(reason(e), e);
    } catch (SdkException e) {
      throw new StorageUnavailableException(reason(e), e);
    }
  }

  private static boolean isFull(S3Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    return e.statusCode() == 507 || String.valueOf(code).matches(".*(StorageFull|QuotaExceeded)");
  }

  /** Without the store's description of the request, which repeats signatures and keys. */
  private static String reason(SdkException e) {
    return e instanceof S3Exception said
        ? "status " + said.statusCode()
        : String.valueOf(e.getMessage());
  }

  @Override
  public void close() {
    client.close();
  }
}
