package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.scan.ScanSettings;
import com.mockhu.dm.file.scan.Verdict;
import com.mockhu.dm.file.scan.VirusScanner;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses files in which the virus scanner finds something, if one is configured (behaviour §9).
 */
public final class VirusCheck {
  private static final Logger LOG = LoggerFactory.getLogger(VirusCheck.class);
  private static final long RETRY_SECONDS = 10;

  private final Optional<VirusScanner> scanner;
  private final boolean isRequired;
  private final InfectionRecords infections;

  public VirusCheck(Optional<ScanSettings> settings, InfectionRecords infections) {
    this.scanner = settings.map(VirusScanner::new);
    this.isRequired = settings.map(ScanSettings::isRequired).orElse(false);
    this.infections = infections;
  }

  /**
   * @throws ApiException {@code file_infected}; {@code unavailable} when there is no verdict
   */
  void require(UUID uploader, List<UploadForm.File> files) {
    scanner.ifPresent(scan -> files.forEach(file -> judge(uploader, file, scan)));
  }

  private void judge(UUID uploader, UploadForm.File file, VirusScanner scan) {
    switch (scan.scan(file.path())) {
      case Verdict.Clean() -> {}
      case Verdict.Infected(String signature) -> {
        infections.record(uploader, file, signature);
        throw FileRefusal.named(file.name().shown(), FileRefusal.because(FileReason.INFECTED));
      }
      case Verdict.Unknown(String reason) -> doWithout(reason);
    }
  }

  private void doWithout(String reason) {
    if (isRequired) {
      LOG.warn("A file was refused because it could not be scanned: {}", reason);
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE, "Files cannot be scanned now; try again soon.", RETRY_SECONDS);
    }
    LOG.warn("A file was let in unscanned (DM_CLAMAV_REQUIRED is off): {}", reason);
  }
}
