package io.wirewatch.deliver.target;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server refused, and whom it took the mail for.
 *
 * @param took the mail was taken for these
 * @param later for these it may be taken later
 * @param said the server's words
 */
record Refusals(Set<Address> took, Set<Address> later, boolean anyLater, List<String> said) {

  static Refusals of(SendFailedException failed) {
    Refusals all =
        new Refusals(new LinkedHashSet<>(), new LinkedHashSet<>(), false, new ArrayList<>());
    if (failed.getValidSentAddresses() != null) {
      all.took.addAll(Arrays.asList(failed.getValidSentAddresses()));
    }
    boolean any = false;
    for (@Nullable Exception one = failed; one instanceof MessagingException refused; ) {
      int code = code(refused);
      if (code >= 400) {
        all.said.add(String.valueOf(refused.getMessage()));
        any |= passes(code);
      }
      if (refused instanceof SMTPAddressFailedException of && passes(code)) {
        all.later.add(of.getAddress());
      }
      one = refused.getNextException();
    }
    return new Refusals(all.took, all.later, any, all.said);
  }

  /** Greylists and full disks; and what an operator mends: logins and encryption (RFC 4954, 7). */
  private static boolean passes(int code) {
    return code < 500 || code == 530 || code == 534 || code == 535 || code == 538;
  }

  private static int code(MessagingException refused) {
    if (refused instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (refused instanceof SMTPSendFailedException send) {
      return send.getReturnCode();
    }
    return refused instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
  }

  String words() {
    return String.join("; ", said);
  }
}
