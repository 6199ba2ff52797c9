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

/** Lets nothing in that the virus scanner objects to, where there is one (behaviour §9). */
public final class Screening {
  private static final Logger LOG = LoggerFactory.getLogger(Screening.class);
  private static final long RETRY_SECONDS = 10;

  private final Optional<VirusScanner> scanner;
  private final boolean isRequired;
  private final Quarantine quarantine;

  public Screening(Optional<ScanSettings> settings, Quarantine quarantine) {
    this.scanner = settings.map(VirusScanner::new);
    this.isRequired = settings.map(ScanSettings::isRequired).orElse(false);
    this.quarantine = quarantine;
  }

  /**
   * @throws ApiException {@code file_infected}; {@code unavailable} when there is no verdict
   */
  void require(UUID uploader, List<Incoming.File> files) {
    scanner.ifPresent(scan -> files.forEach(file -> judge(uploader, file, scan)));
  }

  private void judge(UUID uploader, Incoming.File file, VirusScanner scan) {
    switch (scan.scan(file.path())) {
      case Verdict.Clean() -> {}
      case Verdict.Infected(String signature) -> {
        quarantine.record(uploader, file, signature);
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
